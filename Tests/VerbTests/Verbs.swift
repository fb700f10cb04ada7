import Testing

/// The verbs of the command line, as the built program answers them in a process of its own.
///
/// One test after the other: each runs a program or several, and they are many.
@Suite(.serialized) enum Verbs {}
