import Testing

/// The built program on a terminal of its own, driven by keys and signals and read from the screen.
///
/// One test after the other: each runs a program with a service in it, and they are many.
@Suite(.serialized) enum EndToEnd {}
