extension Places {
  /// The files of the program and what they hold, in the order of the documentation.
  static let explanations: [(path: String, meaning: String)] = [
    (
      "$XDG_CONFIG_HOME/invoicematic/config.toml",
      "The configuration. The welcome screen adds a profile at its end; all else is left to people."
    ),
    (
      "$XDG_CONFIG_HOME/invoicematic/keys/",
      "API keys that were typed on the welcome screen, each in a file of mode 0600."
    ),
    (
      "$XDG_CONFIG_HOME/invoicematic/themes/",
      "One's own themes. Others lie in share/invoicematic/themes beside the bin of the program."
    ),
    (
      "$XDG_STATE_HOME/invoicematic/PROFILE/mirror.sqlite",
      "What was fetched from the service. Can be deleted: it is fetched again."
    ),
    (
      "$XDG_STATE_HOME/invoicematic/PROFILE/local.sqlite",
      "The journal of writes, and drafts. Cannot be fetched again: keep it."
    ),
    ("$XDG_STATE_HOME/invoicematic/invoicematic.log", "What standard error says while the screen is up."),
    ("$XDG_DATA_HOME/invoicematic/books.sqlite", "The books of --local."),
  ]
}
