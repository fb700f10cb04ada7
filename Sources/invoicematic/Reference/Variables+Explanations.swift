extension Variables {
  /// What each variable of the environment is for, in the order of the documentation.
  static let explanations: [(name: String, meaning: String)] = [
    (key, "The API key. Comes before the profile's key."),
    (
      baseURL,
      "The address of the service, such as https://books.example/api/v1 or unix:/path. Comes before the profile's."
    ),
    (profile, "The profile to start with, where --profile names none."),
    (
      readOnly,
      "1 sends nothing that changes anything; 0 comes before a profile that is read-only. --read-only comes before both."
    ),
    (requestsPerMinute, "The most requests in a minute, from 1 to 6000. Checked, but not kept to yet."),
    ("NO_COLOR", "Set to anything, draws without colours."),
    ("COLORTERM", "truecolor or 24bit: the terminal shows 16 million colours."),
    ("TERM", "The kind of terminal."),
    ("STY", "Set by GNU screen, which misreads 16 million colours: 256 are used."),
    ("LC_ALL", "The locale, else LC_CTYPE, else LANG: where it is not UTF-8, everything is drawn in ASCII."),
    ("LC_CTYPE", "See LC_ALL."),
    ("LANG", "See LC_ALL."),
    ("SSH_CONNECTION", "Set by ssh: Esc waits longer for what may follow it."),
    ("TZ", "The time zone of the day, where the configuration names none."),
    ("HOME", "Where the folders below lie that are not named."),
    ("XDG_CONFIG_HOME", "The folder of the configuration; ~/.config otherwise."),
    ("XDG_DATA_HOME", "The folder of one's own books; ~/.local/share otherwise."),
    ("XDG_STATE_HOME", "The folder of mirrors, journals and the log; ~/.local/state otherwise."),
    ("XDG_RUNTIME_DIR", "Where the socket of the service within the program lies; else TMPDIR, else /tmp."),
    ("TMPDIR", "See XDG_RUNTIME_DIR."),
  ]
}
