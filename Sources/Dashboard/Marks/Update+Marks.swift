import BillingAPI
import Store
import TerminalUI

extension State {
  /// Marks the selected record or takes its mark away, and goes to the next; with a range begun, marks the range.
  mutating func toggleMark() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind], let id = list.selectedID else { return [] }
    if list.range != nil { return markRange() }
    let change = list.marks.contains(id) ? unmark([id], in: kind) : mark([id], in: kind)
    return change + select(list.selectedIndex + 1, in: kind)
  }

  /// Begins a range at the selection, or marks the one that was begun.
  mutating func stepRange() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind], let id = list.selectedID else { return [] }
    guard list.range == nil else { return markRange() }
    lists[kind]?.marks.rangeStart = id
    return inform(.information, "Move to the other end: v or Space marks all between, Esc leaves it.")
  }

  /// Marks the rows of the range; where all of them are marked, takes their marks away.
  private mutating func markRange() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind], let range = list.range, let order = list.order else {
      return []
    }
    lists[kind]?.marks.rangeStart = nil
    return toggle(Array(order[range]), in: kind)
  }

  /// Marks every record that the filter lets through, on the screen or not; where all are marked, unmarks them.
  mutating func markAll() -> [Effect] {
    guard let kind = section.kind, let order = lists[kind]?.order, !order.isEmpty else { return [] }
    return toggle(order, in: kind)
  }

  /// Turns the marks of all that the filter lets through around.
  mutating func invertMarks() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind], let order = list.order, !order.isEmpty else { return [] }
    let marked = order.filter { list.marks.contains($0) }
    let unmarked = order.filter { !list.marks.contains($0) }
    return unmark(marked, in: kind) + mark(unmarked, in: kind) + sayMarks(kind, after: "Marks turned around")
  }

  /// Shows the marked records and nothing else, or everything again.
  mutating func toggleMarkedAlone() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind] else { return [] }
    guard list.marks.isAlone || !list.marks.isEmpty else { return inform(.information, Self.nothingMarked) }
    lists[kind]?.marks.isAlone.toggle()
    return askForOrder(kind)
  }

  /// Takes all marks of the list away, those that the filter hides too.
  mutating func unmarkAll() -> [Effect] {
    guard let kind = section.kind, let list = lists[kind] else { return [] }
    let count = list.marks.count
    let change = unmark(Array(list.marks.ids), in: kind)
    let order = list.marks.isAlone ? toggleMarkedAlone() : []
    return change + order + inform(.done, "Took \(figures.count(count)) marks away; nothing else changed.")
  }

  private mutating func toggle(_ ids: [Int64], in kind: ResourceKind) -> [Effect] {
    guard let marks = lists[kind]?.marks else { return [] }
    let isMarked = marks.count >= ids.count && ids.allSatisfy(marks.contains)
    let change = isMarked ? unmark(ids, in: kind) : mark(ids, in: kind)
    return change + sayMarks(kind, after: "\(isMarked ? "Unmarked" : "Marked") \(figures.count(ids.count))")
  }

  mutating func mark(_ ids: [Int64], in kind: ResourceKind) -> [Effect] {
    let added = lists[kind]?.marks.add(ids) ?? []
    return added.isEmpty ? [] : [.keep(.mark(kind, added))] + countMarks(kind)
  }

  mutating func unmark(_ ids: [Int64], in kind: ResourceKind) -> [Effect] {
    let removed = lists[kind]?.marks.remove(ids) ?? []
    return removed.isEmpty ? [] : [.keep(.unmark(kind, removed))] + countMarks(kind)
  }

  /// What changed, how many are marked now, and what is not loaded and therefore cannot be.
  private mutating func sayMarks(_ kind: ResourceKind, after change: String) -> [Effect] {
    guard let list = lists[kind] else { return [] }
    let loaded = list.completeness
    let rest =
      loaded.isComplete || list.marks.isAlone
      ? ""
      : " Only \(figures.count(loaded.loaded)) of \(loaded.total.map(figures.count) ?? "?") are loaded: what comes later is not marked."
    return inform(
      rest.isEmpty ? .information : .warning, "\(change); \(figures.count(list.marks.count)) marked in all.\(rest)")
  }

  static let nothingMarked = "Nothing is marked: Space marks a row, v a range, * all of the filter."
}

// MARK: What they come to

extension State {
  /// Asks what the marked records come to; one question at a time, the newest set last.
  mutating func countMarks(_ kind: ResourceKind) -> [Effect] {
    guard let marks = lists[kind]?.marks, !marks.isEmpty, !marks.isCounting else { return [] }
    lists[kind]?.marks.isCounting = true
    return [.sumMarks(kind, marks.ids, generation: marks.generation)]
  }

  mutating func takeMarkSums(_ kind: ResourceKind, _ summary: ListSummary, generation: Int) -> [Effect] {
    lists[kind]?.marks.take(summary, generation: generation)
    return lists[kind]?.marks.summary == nil ? countMarks(kind) : []
  }

  /// The marks of earlier runs; those that were set since the start stay.
  mutating func takeMarks(_ marked: [ResourceKind: Set<Int64>]) -> [Effect] {
    marked.flatMap { kind, ids in
      _ = lists[kind]?.marks.add(Array(ids))
      return countMarks(kind)
    }
  }

  /// Records changed: what the marked ones come to is counted anew.
  mutating func countMarksAgain(_ kind: ResourceKind) -> [Effect] {
    guard lists[kind]?.marks.isEmpty == false else { return [] }
    lists[kind]?.marks.expire()
    return countMarks(kind)
  }

  /// Leaves a range that was begun, then the view of marks alone; the marks themselves stay. Nil where there is neither.
  mutating func leaveMarking() -> [Effect]? {
    guard let kind = section.kind, let list = lists[kind] else { return nil }
    if list.marks.rangeStart != nil {
      lists[kind]?.marks.rangeStart = nil
      notice = nil
      return []
    }
    return list.marks.isAlone ? toggleMarkedAlone() : nil
  }
}
