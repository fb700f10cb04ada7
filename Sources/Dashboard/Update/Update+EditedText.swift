import TerminalUI

/// What became of a form's text in an editor.
package enum EditedText: Sendable, Equatable {
  case saved(String)
  /// The form is as it was; a whole sentence.
  case failed(String)
}

extension State {
  /// Hands the whole form to the person's editor.
  mutating func editAsText() -> [Effect] {
    guard let form = forms.last, form.isEditable else { return sayFormIsBusy() }
    return [.editText(draft: form.draftID, FormText(form: form).text)]
  }

  /// Takes the text back; mistakes stand at their fields, what belongs nowhere is said.
  mutating func takeEditedText(_ edited: EditedText, draft: String) -> [Effect] {
    guard let form = forms.last, form.draftID == draft else { return [] }
    switch edited {
    case .failed(let sentence): return inform(.problem, sentence)
    case .saved(let text) where text == FormText(form: form).text: return inform(.information, "Nothing was changed.")
    case .saved(let text): return take(FormTextReader(text, into: form))
    }
  }

  private mutating func take(_ reader: FormTextReader) -> [Effect] {
    let effects = editForm { form in
      form = reader.form
      form.suggestions = nil
    }
    let reading = reader.form.reading(figures)
    changeForm { form in
      _ = form.place(reading.problems)
      if let first = reading.firstProblem(in: form) { _ = form.focus(on: first) }
    }
    let problem = reading.firstProblem(in: reader.form).flatMap { reading.problems[$0] }
    return effects + askForSuggestions(showingAll: false) + sayStrays(reader.strays, problem)
  }

  private mutating func sayStrays(_ strays: [String], _ problem: String?) -> [Effect] {
    guard let first = strays.first else {
      guard let problem else { return inform(.done, "Taken over from the editor.") }
      return inform(.warning, "Taken over from the editor, with what is marked still to be mended: \(problem)")
    }
    let others = strays.count > 1 ? " and \(strays.count - 1) more" : ""
    return inform(
      .warning, "No field is called so: \u{201C}\(first.prefix(40))\u{201D}\(others). The rest is taken over.")
  }
}
