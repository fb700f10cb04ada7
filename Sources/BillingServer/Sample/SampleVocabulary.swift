internal import Billing

/// The words that sample books are made of.
enum SampleVocabulary {
  static let company = "Fernhill Studio"

  static let companyAddress: Address = {
    var address = Address()
    address.street = "218 Alder Street"
    address.city = "Portland"
    address.state = "OR"
    address.zip = "97205"
    address.countryID = Identifier(231)
    address.phone = "+1 503-555-0142"
    return address
  }()

  /// The first customers of any sample; larger ones go on with made-up names.
  static let customers = [
    "Alder & Sons Joinery", "Bright Harbour Clinic", "Cobalt Bicycle Works", "Delgado Catering", "Eastgate Veterinary",
    "Foxglove Florists", "Granite Peak Outfitters", "Hollis & Marchetti LLP", "Ivory Lane Interiors",
    "Juniper Street Bakery", "Kestrel Aerial Surveys", "Lindqvist Möbler AB", "Marrow & Vine", "Northgate Dental Group",
    "Orchard Park Primary School", "Pemberton Roofing", "Quayside Seafood Co.", "Redwood Analytics",
    "Saltmarsh Brewing", "Tallow & Wick", "Umbra Film Lab", "Verdant Landscapes", "Whitcombe Publishing",
    "Xenia Translations", "Yarrow Physiotherapy", "Zephyr Sailing School", "Atelier Rousseau", "Bäckerei Sonnenschein",
    "Café Lumière", "Dvořák Instruments s.r.o.", "Estúdio Conceição", "Fjord Logistikk AS",
    "Gesellschaft für nachhaltige Gebäudetechnik und Energieberatung Oberbayern mbH & Co. KG", "Håndverk Huset",
    "İstanbul Tekstil A.Ş.", "株式会社さくら設計", "Kowalczyk i Wspólnicy", "Λευκός Πύργος Τουριστική", "ООО «Северный ветер»",
    "مؤسسة النخيل للتجارة", "서울디자인연구소", "王记茶业有限公司", "Ngô Thị Hồng Vân", "Æther Games", "O'Malley's Garage",
    "Priya Raman", "Tomás Ferreira", "Grace Okonkwo", "Noah Lindgren", "Beatrix van der Meulen", "Samuel Achterberg",
    "Harriet Blythe", "Mateo Villanueva", "Ingrid Solheim", "Callum Forsyth", "Amara Diallo", "Leonie Hartmann",
    "Rafael Monteiro", "Tessa Whitlock", "The Very Long Lane Community Orchestra, Choir and Amateur Dramatic Society",
  ]

  static let firstWords = [
    "Amber", "Birch", "Cedar", "Dover", "Ember", "Falcon", "Glen", "Heron", "Indigo", "Jasper", "Kingsway", "Linden",
    "Maple", "Nimbus", "Oak", "Pine", "Quarry", "River", "Stone", "Thistle", "Upland", "Vale", "Willow", "York",
  ]
  static let lastWords = [
    "Bakery", "Builders", "Cycles", "Design", "Electric", "Foods", "Gardens", "Hardware", "Imports", "Joinery",
    "Kitchens", "Logistics", "Media", "Nursery", "Optics", "Plumbing", "Roofing", "Studios", "Textiles", "Works",
  ]
  static let contacts = [
    "Alice Warren", "Ben Osei", "Clara Jensen", "Dmitri Volkov", "Elena Rossi", "Farah Haddad", "Gus Lindholm",
    "Hana Suzuki", "Ivan Petrov", "Jo Carmichael", "Kemi Adeyemi", "Luis Romero",
  ]
  static let streets = ["Mill Lane", "High Street", "Station Road", "Orchard Way", "Canal Walk", "King's Parade"]
  /// City, state, postal code, country.
  static let places: [(city: String, state: String, zip: String, country: Int64)] = [
    ("Portland", "OR", "97209", 231), ("Seattle", "WA", "98101", 231), ("Boise", "ID", "83702", 231),
    ("Oakland", "CA", "94607", 231), ("Denver", "CO", "80205", 231), ("Austin", "TX", "78704", 231),
  ]

  /// Name, description, price in cents, unit.
  static let items: [(name: String, description: String?, price: Int64, unit: String?)] = [
    ("Web Design", "Pages designed to the agreed wireframes", 9_500, "hour"),
    ("Web Development", "Full-stack web development services", 11_000, "hour"),
    ("Strategy Workshop", "Half a day on site, with a written summary", 85_000, "piece"),
    ("Logo Design", "Three drafts, two rounds of changes", 250_000, nil),
    ("Brand Guidelines", "Typography, colours and tone of voice", 180_000, nil),
    ("Copywriting", nil, 8_050, "hour"), ("Proofreading", nil, 1_205, "piece"),
    ("Photography", "On location, edited pictures included", 140_000, "day"),
    ("Illustration", "Full-page illustration in colour", 42_000, "piece"),
    ("SEO Audit", "Comprehensive analysis and recommendations", 75_000, nil),
    ("Hosting", "Managed hosting with daily backup", 4_900, "month"),
    ("Domain Renewal", nil, 1_899, "piece"),
    ("Support Retainer", "Four hours a month, answered within a day", 38_000, "month"),
    ("Newsletter Setup", nil, 62_000, nil), ("Newsletter Issue", "Layout, test and dispatch", 15_500, "piece"),
    ("Accessibility Review", "Against WCAG 2.2, level AA", 96_000, nil),
    ("Print Layout", "Brochure of up to sixteen pages", 7_800, "hour"),
    ("Large-Format Print", "Matt, UV-resistant", 3_345, "m²"),
    ("Animation", nil, 18_050, "hour"), ("Training", "For up to eight people", 120_000, "day"),
    ("Travel", "By car", 67, "km"), ("Font Licence", nil, 24_900, "licence"), ("Rush Surcharge", nil, 15_000, nil),
  ]

  /// What the business spends money on: category, note, smallest and largest amount in cents.
  static let expenses: [(category: String, note: String, range: ClosedRange<Int>)] = [
    ("Rent", "Studio rent", 185_000...185_000), ("Software", "Design software subscription", 5_999...7_999),
    ("Telephone & Internet", "Fibre and two mobile lines", 11_400...13_900),
    ("Travel", "Train to a client meeting", 2_400...18_900), ("Travel", "Mileage", 900...7_400),
    ("Office Supplies", "Paper, ink and envelopes", 1_850...9_600),
    ("Insurance", "Professional liability", 21_500...21_500),
    ("Marketing", "Local advertising", 7_500...32_000), ("Professional Services", "Bookkeeping", 24_000...36_000),
  ]

  static let notes = [
    "Thank you for your business.", "Please quote the invoice number with your payment.",
    "As agreed by telephone.\nWork began on the first of the month.", "Includes the changes of the second round.",
  ]

  /// In millionths of a US dollar.
  static let rates: [(currency: Int64, worth: Int64)] = [
    (1, 1_000_000), (3, 1_080_000), (2, 1_270_000), (20, 1_130_000), (50, 6_700), (11, 730_000),
  ]

  /// Texts that break careless programs.
  static let hostile = [
    "\u{1B}[31mRed\u{1B}[0m \u{1B}]0;owned\u{7}", "\u{202E}txt.exe\u{202C} Ltd", "<script>alert(1)</script>",
    "Robert'); DROP TABLE customers;--",
    "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466} Family \u{1F1EF}\u{1F1F5}",
    "Zalgo e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "tab\tnewline\nreturn\rend",
    "\u{FEFF}\u{200B}\u{2060}zero widths",
    "{{7*7}} ${jndi:ldap://x} %s%n", "\u{85}\u{9B}31mC1\u{9B}0m",
  ]
}
