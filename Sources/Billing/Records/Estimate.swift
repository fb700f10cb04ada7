/// An offer to a customer: a document that can be accepted.
package struct Estimate: DocumentRecord, Hashable, Sendable {
  package var id: Identifier<Estimate>
  package var document: Document
  package var status: EstimateStatus

  package init(id: Identifier<Estimate>, document: Document) {
    self.id = id
    self.document = document
    status = .draft
  }

  package init(id: Identifier<Estimate>, number: String, estimateDate: CalendarDate) {
    self.init(id: id, document: Document(.estimate, number: number, date: estimateDate))
  }

  package var estimateDate: CalendarDate {
    get { document.date }
    set { document.date = newValue }
  }

  package var expiryDate: CalendarDate? {
    get { document.lastDay }
    set { document.lastDay = newValue }
  }
}
