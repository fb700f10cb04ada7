extension Country {
  /// One country a line: id, code, telephone prefix, name.
  static let table = """
    1|AF|93|Afghanistan
    2|AL|355|Albania
    3|DZ|213|Algeria
    4|AS|1684|American Samoa
    5|AD|376|Andorra
    6|AO|244|Angola
    7|AI|1264|Anguilla
    8|AQ|0|Antarctica
    9|AG|1268|Antigua And Barbuda
    10|AR|54|Argentina
    11|AM|374|Armenia
    12|AW|297|Aruba
    13|AU|61|Australia
    14|AT|43|Austria
    15|AZ|994|Azerbaijan
    16|BS|1242|Bahamas The
    17|BH|973|Bahrain
    18|BD|880|Bangladesh
    19|BB|1246|Barbados
    20|BY|375|Belarus
    21|BE|32|Belgium
    22|BZ|501|Belize
    23|BJ|229|Benin
    24|BM|1441|Bermuda
    25|BT|975|Bhutan
    26|BO|591|Bolivia
    27|BA|387|Bosnia and Herzegovina
    28|BW|267|Botswana
    29|BV|0|Bouvet Island
    30|BR|55|Brazil
    31|IO|246|British Indian Ocean Territory
    32|BN|673|Brunei
    33|BG|359|Bulgaria
    34|BF|226|Burkina Faso
    35|BI|257|Burundi
    36|KH|855|Cambodia
    37|CM|237|Cameroon
    38|CA|1|Canada
    39|CV|238|Cape Verde
    40|KY|1345|Cayman Islands
    41|CF|236|Central African Republic
    42|TD|235|Chad
    43|CL|56|Chile
    44|CN|86|China
    45|CX|61|Christmas Island
    46|CC|672|Cocos (Keeling) Islands
    47|CO|57|Colombia
    48|KM|269|Comoros
    49|CG|242|Congo
    50|CD|242|Congo The Democratic Republic Of The
    51|CK|682|Cook Islands
    52|CR|506|Costa Rica
    53|CI|225|Cote D Ivoire (Ivory Coast)
    54|HR|385|Croatia (Hrvatska)
    55|CU|53|Cuba
    56|CY|357|Cyprus
    57|CZ|420|Czech Republic
    58|DK|45|Denmark
    59|DJ|253|Djibouti
    60|DM|1767|Dominica
    61|DO|1809|Dominican Republic
    62|TP|670|East Timor
    63|EC|593|Ecuador
    64|EG|20|Egypt
    65|SV|503|El Salvador
    66|GQ|240|Equatorial Guinea
    67|ER|291|Eritrea
    68|EE|372|Estonia
    69|ET|251|Ethiopia
    70|XA|61|External Territories of Australia
    71|FK|500|Falkland Islands
    72|FO|298|Faroe Islands
    73|FJ|679|Fiji Islands
    74|FI|358|Finland
    75|FR|33|France
    76|GF|594|French Guiana
    77|PF|689|French Polynesia
    78|TF|0|French Southern Territories
    79|GA|241|Gabon
    80|GM|220|Gambia The
    81|GE|995|Georgia
    82|DE|49|Germany
    83|GH|233|Ghana
    84|GI|350|Gibraltar
    85|GR|30|Greece
    86|GL|299|Greenland
    87|GD|1473|Grenada
    88|GP|590|Guadeloupe
    89|GU|1671|Guam
    90|GT|502|Guatemala
    91|XU|44|Guernsey and Alderney
    92|GN|224|Guinea
    93|GW|245|Guinea-Bissau
    94|GY|592|Guyana
    95|HT|509|Haiti
    96|HM|0|Heard and McDonald Islands
    97|HN|504|Honduras
    98|HK|852|Hong Kong S.A.R.
    99|HU|36|Hungary
    100|IS|354|Iceland
    101|IN|91|India
    102|ID|62|Indonesia
    103|IR|98|Iran
    104|IQ|964|Iraq
    105|IE|353|Ireland
    106|IL|972|Israel
    107|IT|39|Italy
    108|JM|1876|Jamaica
    109|JP|81|Japan
    110|XJ|44|Jersey
    111|JO|962|Jordan
    112|KZ|7|Kazakhstan
    113|KE|254|Kenya
    114|KI|686|Kiribati
    115|KP|850|Korea North
    116|KR|82|Korea South
    117|KW|965|Kuwait
    118|KG|996|Kyrgyzstan
    119|LA|856|Laos
    120|LV|371|Latvia
    121|LB|961|Lebanon
    122|LS|266|Lesotho
    123|LR|231|Liberia
    124|LY|218|Libya
    125|LI|423|Liechtenstein
    126|LT|370|Lithuania
    127|LU|352|Luxembourg
    128|MO|853|Macau S.A.R.
    129|MK|389|Macedonia
    130|MG|261|Madagascar
    131|MW|265|Malawi
    132|MY|60|Malaysia
    133|MV|960|Maldives
    134|ML|223|Mali
    135|MT|356|Malta
    136|XM|44|Man (Isle of)
    137|MH|692|Marshall Islands
    138|MQ|596|Martinique
    139|MR|222|Mauritania
    140|MU|230|Mauritius
    141|YT|269|Mayotte
    142|MX|52|Mexico
    143|FM|691|Micronesia
    144|MD|373|Moldova
    145|MC|377|Monaco
    146|MN|976|Mongolia
    147|MS|1664|Montserrat
    148|MA|212|Morocco
    149|MZ|258|Mozambique
    150|MM|95|Myanmar
    151|NA|264|Namibia
    152|NR|674|Nauru
    153|NP|977|Nepal
    154|AN|599|Netherlands Antilles
    155|NL|31|Netherlands
    156|NC|687|New Caledonia
    157|NZ|64|New Zealand
    158|NI|505|Nicaragua
    159|NE|227|Niger
    160|NG|234|Nigeria
    161|NU|683|Niue
    162|NF|672|Norfolk Island
    163|MP|1670|Northern Mariana Islands
    164|NO|47|Norway
    165|OM|968|Oman
    166|PK|92|Pakistan
    167|PW|680|Palau
    168|PS|970|Palestinian Territory Occupied
    169|PA|507|Panama
    170|PG|675|Papua new Guinea
    171|PY|595|Paraguay
    172|PE|51|Peru
    173|PH|63|Philippines
    174|PN|0|Pitcairn Island
    175|PL|48|Poland
    176|PT|351|Portugal
    177|PR|1787|Puerto Rico
    178|QA|974|Qatar
    179|RE|262|Reunion
    180|RO|40|Romania
    181|RU|70|Russia
    182|RW|250|Rwanda
    183|SH|290|Saint Helena
    184|KN|1869|Saint Kitts And Nevis
    185|LC|1758|Saint Lucia
    186|PM|508|Saint Pierre and Miquelon
    187|VC|1784|Saint Vincent And The Grenadines
    188|WS|684|Samoa
    189|SM|378|San Marino
    190|ST|239|Sao Tome and Principe
    191|SA|966|Saudi Arabia
    192|SN|221|Senegal
    193|RS|381|Serbia
    194|SC|248|Seychelles
    195|SL|232|Sierra Leone
    196|SG|65|Singapore
    197|SK|421|Slovakia
    198|SI|386|Slovenia
    199|XG|44|Smaller Territories of the UK
    200|SB|677|Solomon Islands
    201|SO|252|Somalia
    202|ZA|27|South Africa
    203|GS|0|South Georgia
    204|SS|211|South Sudan
    205|ES|34|Spain
    206|LK|94|Sri Lanka
    207|SD|249|Sudan
    208|SR|597|Suriname
    209|SJ|47|Svalbard And Jan Mayen Islands
    210|SZ|268|Swaziland
    211|SE|46|Sweden
    212|CH|41|Switzerland
    213|SY|963|Syria
    214|TW|886|Taiwan
    215|TJ|992|Tajikistan
    216|TZ|255|Tanzania
    217|TH|66|Thailand
    218|TG|228|Togo
    219|TK|690|Tokelau
    220|TO|676|Tonga
    221|TT|1868|Trinidad And Tobago
    222|TN|216|Tunisia
    223|TR|90|Turkey
    224|TM|7370|Turkmenistan
    225|TC|1649|Turks And Caicos Islands
    226|TV|688|Tuvalu
    227|UG|256|Uganda
    228|UA|380|Ukraine
    229|AE|971|United Arab Emirates
    230|GB|44|United Kingdom
    231|US|1|United States
    232|UM|1|United States Minor Outlying Islands
    233|UY|598|Uruguay
    234|UZ|998|Uzbekistan
    235|VU|678|Vanuatu
    236|VA|39|Vatican City State (Holy See)
    237|VE|58|Venezuela
    238|VN|84|Vietnam
    239|VG|1284|Virgin Islands (British)
    240|VI|1340|Virgin Islands (US)
    241|WF|681|Wallis And Futuna Islands
    242|EH|212|Western Sahara
    243|YE|967|Yemen
    244|YU|38|Yugoslavia
    245|ZM|260|Zambia
    246|ZW|263|Zimbabwe
    """
}
