import Billing
import Store
import TerminalUI

/// The page of one customer: who, what is owed and how it is paid above; below it the tab that is shown.
struct CustomerPageView {
  let page: CustomerPage
  let state: State

  private var layout: CustomerPageLayout { CustomerPageLayout(state.size) }

  func draw(on frame: inout Frame) {
    guard let facts = page.facts else { return drawWaiting(on: &frame) }
    CustomerContactView(page: page, facts: facts, isWide: layout.isWide, figures: state.figures)
      .draw(in: layout.contact, on: &frame)
    var balance = CustomerBalanceView(shown: page.shown, behaviour: facts.overview.behaviour, figures: state.figures)
    if layout.isWide {
      balance.drawRows(in: layout.balance, on: &frame)
      CustomerBehaviourView(behaviour: facts.overview.behaviour).draw(in: layout.behaviour, on: &frame)
    } else if !layout.balance.isEmpty {
      balance.check = page.shortCheck
      balance.drawBar(in: layout.balance, on: &frame)
    }
    tabs.draw(in: layout.tabs, on: &frame)
    TimelineView(page: page, facts: facts, layout: layout, figures: state.figures).draw(on: &frame)
  }

  private func drawWaiting(on frame: inout Frame) {
    let sentence =
      page.isUnknown ? "This customer is not loaded yet. The service is asked; R asks again." : "Reading the books…"
    let place = layout.contact
    frame.write(sentence, x: place.x + 2, y: place.y, width: state.size.width - 4, role: "text.dim")
  }

  private var tabs: Tabs {
    Tabs(
      CustomerTab.allCases.map { tab in Tabs.Tab(tab.title, detail: page.count(tab).map(String.init) ?? "") },
      current: CustomerTab.allCases.firstIndex(of: page.tab) ?? 0)
  }
}
