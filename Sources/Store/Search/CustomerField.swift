/// A field of a customer in which a search can find its text, in the order in which they are looked through.
///
/// The raw value is where the field stands in the record (API documentation).
package enum CustomerField: String, Hashable, Sendable, CaseIterable {
  // The mirror keeps these in columns; `MirrorTable` names them in the same order.
  case name
  case company = "company_name"
  case contact = "contact_name"
  case email, phone, website
  // These stand in the record's JSON alone.
  case billingName = "billing.name"
  case billingStreet = "billing.address_street_1"
  case billingStreet2 = "billing.address_street_2"
  case billingCity = "billing.city"
  case billingState = "billing.state"
  case billingZip = "billing.zip"
  case billingPhone = "billing.phone"
  case shippingName = "shipping.name"
  case shippingStreet = "shipping.address_street_1"
  case shippingStreet2 = "shipping.address_street_2"
  case shippingCity = "shipping.city"
  case shippingState = "shipping.state"
  case shippingZip = "shipping.zip"
  case shippingPhone = "shipping.phone"
  case prefix

  var path: String { rawValue }

  /// The fields whose digits are searched without what stands between them.
  static let phones: [CustomerField] = [.phone, .billingPhone, .shippingPhone]
}
