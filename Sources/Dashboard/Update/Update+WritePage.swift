import TerminalUI

extension State {
  var writePage: WritePage? {
    if case .write(let page) = pages.last { page } else { nil }
  }

  mutating func changeWritePage(_ change: (inout WritePage) -> Void) {
    for index in pages.indices {
      guard case .write(var page) = pages[index] else { continue }
      change(&page)
      pages[index] = .write(page)
    }
  }

  mutating func takeStory(_ story: WriteStory) -> [Effect] {
    changeWritePage { if $0.id == story.id { $0.story = story } }
    return []
  }

  mutating func scrollStory(_ move: Move) -> [Effect] {
    guard let page = writePage else { return [] }
    let body = ScreenLayout(self).body
    let limit = WritePageView(page: page, rect: body).scrollLimit
    changeWritePage { page in
      let height = max(1, body.height - 2)
      switch move {
      case .rows(let rows): page.offset += rows
      case .screens(let screens, let part): page.offset += screens * height / part
      case .first: page.offset = 0
      case .last: page.offset = limit
      }
      page.offset = max(0, min(page.offset, limit))
    }
    return []
  }

  mutating func copyCurl() -> [Effect] {
    guard let curl = writePage?.story?.curl else { return [] }
    return inform(.done, "Copied the curl line. The API key is not in it: it reads $INVOICEMATIC_API_KEY.") + [
      .copy(curl)
    ]
  }
}
