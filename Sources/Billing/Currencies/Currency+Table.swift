extension Currency {
  /// One currency a line: id, id on newer installations, code, decimals shown, grouping separator, decimal separator,
  /// side of the symbol, symbol, name. A text, because a literal of 78 initializers costs seconds to compile.
  static let table = """
    1|4|USD|2|,|.|before|$|US Dollar
    2|5|GBP|2|,|.|before|£|British Pound
    3|6|EUR|2|.|,|after|€|Euro
    4|7|BAM|2|,|.|before|KM|Bosnia and Herzegovina Convertible Mark
    5|8|ZAR|2|.|,|before|R|South African Rand
    6|9|DKK|2|.|,|after|kr|Danish Krone
    7|10|ILS|2|,|.|before|NIS|Israeli Shekel
    8|11|SEK|2|.|,|after|kr|Swedish Krona
    9|12|KES|2|,|.|before|KSh|Kenyan Shilling
    10|13|KWD|3|,|.|before|KWD|Kuwaiti Dinar
    11|14|CAD|2|,|.|before|C$|Canadian Dollar
    12|15|PHP|2|,|.|before|P|Philippine Peso
    13|16|NPR|2|,|.|before|रू|Nepali Rupee
    14|17|INR|2|,|.|before|₹|Indian Rupee
    15|18|AUD|2|,|.|before|$|Australian Dollar
    16|19|SGD|2|,|.|before|S$|Singapore Dollar
    17|20|NOK|2|.|,|after|kr|Norske Kroner
    18|21|NZD|2|,|.|before|$|New Zealand Dollar
    19|22|VND|0|.|,|before|₫|Vietnamese Dong
    20|23|CHF|2|'|.|before|Fr.|Swiss Franc
    21|24|GTQ|2|,|.|before|Q|Guatemalan Quetzal
    22|25|MYR|2|,|.|before|RM|Malaysian Ringgit
    23|26|BRL|2|.|,|before|R$|Brazilian Real
    24|27|THB|2|,|.|before|฿|Thai Baht
    25|28|NGN|2|,|.|before|₦|Nigerian Naira
    26|29|ARS|2|.|,|before|$|Argentine Peso
    27|30|BDT|2|,|.|before|Tk|Bangladeshi Taka
    28|31|AED|2|,|.|before|DH|United Arab Emirates Dirham
    29|32|HKD|2|,|.|before|HK$|Hong Kong Dollar
    30|33|IDR|2|,|.|before|Rp|Indonesian Rupiah
    31|34|MXN|2|,|.|before|$|Mexican Peso
    32|35|EGP|2|,|.|before|E£|Egyptian Pound
    33|36|COP|2|.|,|before|$|Colombian Peso
    34|37|XAF|2|,|.|before|CFA|Central African Franc
    35|38|XOF|2|,|.|before|CFA|West African Franc
    36|39|CNY|2|,|.|before|RMB|Chinese Renminbi
    37|40|RWF|2|,|.|before|RF|Rwandan Franc
    38|41|TZS|2|,|.|before|TSh|Tanzanian Shilling
    39|42|ANG|2|.|,|before|NAƒ|Netherlands Antillean Guilder
    40|43|TTD|2|,|.|before|TT$|Trinidad and Tobago Dollar
    41|44|XCD|2|,|.|before|EC$|East Caribbean Dollar
    42|45|GHS|2|,|.|before|GH₵|Ghanaian Cedi
    43|46|BGN|2| |.|before|Лв.|Bulgarian Lev
    44|47|AWG|2| |.|before|Afl.|Aruban Florin
    45|48|TRY|2|.|,|before|TL|Turkish Lira
    46|49|TMT|2|.|,|before|M|Turkmenistani manat
    47|50|RON|2|,|.|before|RON|Romanian New Leu
    48|51|HRK|2|.|,|before|kn|Croatian Kuna
    49|52|SAR|2|,|.|before|SAR|Saudi Riyal
    50|53|JPY|0|,|.|before|¥|Japanese Yen
    51|54|MVR|2|,|.|before|Rf|Maldivian Rufiyaa
    52|55|CRC|2|,|.|before|₡|Costa Rican Colón
    53|56|PKR|0|,|.|before|Rs|Pakistani Rupee
    54|57|PLN|2| |,|after|zł|Polish Zloty
    55|58|LKR|2|,|.|after|LKR|Sri Lankan Rupee
    56|59|CZK|2| |,|after|Kč|Czech Koruna
    57|60|UYU|2|.|,|before|$|Uruguayan Peso
    58|61|NAD|2|,|.|before|$|Namibian Dollar
    59|62|TND|3|,|.|before|DT|Tunisian Dinar
    60|63|RUB|2|,|.|before|₽|Russian Ruble
    61|64|MZN|2|.|,|after|MT|Mozambican Metical
    62|65|OMR|2|,|.|before|ر.ع.|Omani Rial
    63|66|UAH|2|,|.|before|₴|Ukrainian Hryvnia
    64|67|MOP|2|,|.|before|MOP$|Macanese Pataca
    65|68|TWD|2|,|.|before|NT$|Taiwan New Dollar
    66|69|DOP|2|,|.|before|RD$|Dominican Peso
    67|70|CLP|2|.|,|before|$|Chilean Peso
    68|71|RSD|2|.|,|before|RSD|Serbian Dinar
    69|72|KGS|2|.|,|before|С̲|Kyrgyzstani som
    70|73|IQD|2|,|.|before|ع.د|Iraqi Dinar
    71|74|PEN|2|,|.|before|S/|Peruvian Soles
    72|75|MAD|2|,|.|before|DH|Moroccan Dirham
    73|76|JMD|0|,|.|before|$|Jamaican Dollar
    74|77|MKD|0|.|,|after|ден|Macedonian Denar
    75|78|LYD|3|,|.|before|LD|Libyan Dinar
    76|79|DZD|2|,|.|before|DA|Algerian Dinar
    77|80|PYG|0|.|,|before|₲|Paraguayan Guaraní
    78|81|QAR|2|,|.|before|QR|Qatari Riyal
    """
}
