/// A terminfo entry for terminals that show 24-bit colours, so that none need be installed for them.
///
/// The entries of the database that do (`xterm-direct`, …) are rarely installed and lose the palette: numbers below 256
/// are colours of the palette here, all above are 0xRRGGBB. ncurses takes a whole entry from the environment variable
/// `TERMINFO`. It is made from this source with `tic -x -o database source` and
/// `infocmp -x -Q2 -A database invoicematic-truecolor`:
///
/// ```
/// invoicematic-truecolor|a terminal like xterm with direct colours beside its palette,
///   am, bce, mir, msgr, npc, xenl, AX, RGB,
///   colors#0x1000000, cols#80, it#8, lines#24, pairs#0x10000,
///   bel=^G, bold=\E[1m, civis=\E[?25l, clear=\E[H\E[2J, cnorm=\E[?25h,
///   cr=\r, csr=\E[%i%p1%d;%p2%dr, cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB,
///   cud1=\n, cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH, cuu=\E[%p1%dA,
///   cuu1=\E[A, dch=\E[%p1%dP, dch1=\E[P, dim=\E[2m, dl=\E[%p1%dM, dl1=\E[M,
///   ech=\E[%p1%dX, ed=\E[J, el=\E[K, el1=\E[1K, home=\E[H, hpa=\E[%i%p1%dG,
///   ht=^I, ich=\E[%p1%d@, il=\E[%p1%dL, il1=\E[L, ind=\n, op=\E[39;49m,
///   rev=\E[7m, ri=\EM, ritm=\E[23m, rmam=\E[?7l, rmcup=\E[?1049l\E[23;0;0t,
///   rmkx=\E[?1l\E>, rmso=\E[27m, rmul=\E[24m,
///   setab=\E[%?%p1%{8}%<%t%p1%{40}%+%d%e%p1%{16}%<%t%p1%{92}%+%d%e%p1%{256}%<%t48;5;%p1%d%e48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
///   setaf=\E[%?%p1%{8}%<%t%p1%{30}%+%d%e%p1%{16}%<%t%p1%{82}%+%d%e%p1%{256}%<%t38;5;%p1%d%e38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m,
///   sgr0=\E[m, sitm=\E[3m, smcup=\E[?1049h\E[22;0;0t, smkx=\E[?1h\E=,
///   smam=\E[?7h, smso=\E[7m, smul=\E[4m, vpa=\E[%i%p1%dd,
/// ```
///
/// It asks for nothing that a terminal with such colours lacks: no alternate character set, no repetition, no `sgr`.
enum TruecolorEntry {
  static let name = "invoicematic-truecolor"
  static let variable = "TERMINFO"
  static let value = """
    b64:HgJUAB0ADwBpAWYCaW52b2ljZW1hdGljLXRydWVjb2xvcnxhIHRlcm1pbmFsIGxpa2UgeHRlcm0gd2l0aCBkaXJlY3QgY29sb3VycyBi\
    ZXNpZGUgaXRzIHBhbGV0dGUAAAEAAAEAAAAAAAAAAAEBAAAAAAAAAAAAAAEAAAEAUAAAAAgAAAAYAAAA____________________________\
    _________________________wAAAAEAAAEA__8AAAIABAD__xUAHQAhACUA__8wAEEAQwBHAE4A__9QAFcA__9bAP__XwBjAP__________\
    ZwBsAP__fgD_______-DAIgAjQCSAP__mwCfAP____-xALcA_____________________70A____________________________________\
    _______________________________________________________BAMkA________________________________________0QDaAOMA\
    7AD___UA_gAHAf__EAH_______________________________8ZAf__JAEmAf_______ykB____________________________________\
    ______8rATEB________________________________________________________________________________________________\
    ____________________________________________________________________________________________________________\
    _________________________________________________________________________________________________________zcB\
    ________________________________________________________________________PAH_________________________________\
    _0UB________________________SgH_____________________________________________________________________________\
    _____________________1AB2wEHAA0AG1slaSVwMSVkOyVwMiVkcgAbW0gbWzJKABtbSwAbW0oAG1slaSVwMSVkRwAbWyVpJXAxJWQ7JXAy\
    JWRIAAoAG1tIABtbPzI1bAAIABtbPzI1aAAbW0MAG1tBABtbUAAbW00AG1sxbQAbWz8xMDQ5aBtbMjI7MDswdAAbWzJtABtbN20AG1s3bQAb\
    WzRtABtbJXAxJWRYABtbbQAbWz8xMDQ5bBtbMjM7MDswdAAbWzI3bQAbWzI0bQAbW0wAG1s_MWwbPgAbWz8xaBs9ABtbJXAxJWRQABtbJXAx\
    JWRNABtbJXAxJWRCABtbJXAxJWRAABtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRBABtbJWklcDElZGQACgAbTQAJABtbPzdo\
    ABtbPzdsABtbMUsAG1szOTs0OW0AG1szbQAbWzIzbQAbWyU_JXAxJXs4fSU8JXQlcDElezMwfSUrJWQlZSVwMSV7MTZ9JTwldCVwMSUnUicl\
    KyVkJWUlcDElezI1Nn0lPCV0Mzg7NTslcDElZCVlMzg7MjslcDElezY1NTM2fSUvJWQ7JXAxJXsyNTZ9JS8lezI1NX0lJiVkOyVwMSV7MjU1\
    fSUmJWQlO20AG1slPyVwMSV7OH0lPCV0JXAxJScoJyUrJWQlZSVwMSV7MTZ9JTwldCVwMSV7OTJ9JSslZCVlJXAxJXsyNTZ9JTwldDQ4OzU7\
    JXAxJWQlZTQ4OzI7JXAxJXs2NTUzNn0lLyVkOyVwMSV7MjU2fSUvJXsyNTV9JSYlZDslcDElezI1NX0lJiVkJTttAAIAAAAAAAIABwABAQAA\
    AwBBWABSR0IA
    """
}
