import BillingServer

extension ProgramError {
  /// What the person is told of books that cannot be used. Nothing in them was changed.
  init(_ error: BooksError) {
    switch error {
    case .unusable(let path, let reason): self.init(.cannotCreate, "The books \(path) cannot be opened: \(reason).")
    case .newerVersion:
      self.init(
        .unreadableData,
        "The books were written by a later version of invoicematic and are left as they are. Update it.")
    case .notABooksFile:
      self.init(.unreadableData, "What lies in the place of the books is no books file. Move it away to begin anew.")
    case .damaged(let detail):
      self.init(.unreadableData, "The books are damaged (\(detail)) and are left as they are. Restore a copy.")
    case .diskFull:
      self.init(.inputOutput, "The disk is full or fails: nothing was written. Make room, then start again.")
    case .busy:
      self.init(.unavailable, "Another program keeps the books locked. End it, or wait until it is done.")
    case .invalidName(let name): self.init(.usage, "“\(name)” cannot be the company's name: 1 to 255 letters can.")
    case .notEmpty: self.init(.usage, "These books hold records already: sample data goes into empty ones only.")
    case .unknown(let name): self.init(.usage, "The books have no “\(name)”.")
    case .database(let detail): self.init(.inputOutput, "The books cannot be used: \(detail).")
    }
  }

  /// What the person is told when the service inside the program cannot begin.
  init(_ error: ServiceError) {
    let reason =
      switch error {
      case .alreadyRunning: "it runs already"
      case .socketPathTooLong(let path): "the path \(path) is too long for a socket; set TMPDIR to a shorter one"
      case .addressInUse: "another service answers in its place"
      case .cannotListen(let detail): detail
      }
    self.init(.unavailable, "The service inside the program cannot be started: \(reason). Nothing was lost.")
  }
}
