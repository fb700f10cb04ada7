/// A part of the overview that the keyboard can be in.
package enum OverviewPane: Hashable, Sendable, CaseIterable {
  /// The five figures at the top.
  case figures
  /// What is outstanding by the age of its due day.
  case ageing
  /// Invoiced and received over time.
  case cashFlow
  /// Who needs attention today, and what else does.
  case attention
  /// What happened last.
  case activity

  var title: String {
    switch self {
    case .figures: "Figures"
    case .ageing: "A/R ageing"
    case .cashFlow: "Cash flow"
    case .attention: "Needs you today"
    case .activity: "Latest"
    }
  }
}
