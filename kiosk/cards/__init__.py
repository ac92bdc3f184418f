"""The ID card on the counter: what a マイナンバーカード says about its holder, and a simulated card to practise with.

Context: a resident may lift the card between any two lines of code; every wrong secret costs a try that only the
resident's own municipality can give back; the same chip holds the 個人番号, which this counter has no ground to read
(番号法). Sources of chip facts: JIS X 6320-4 / ISO/IEC 7816-4 for commands, measurements published by others for the
rest; none of it was checked here against a real card.

Decision:
- The driver (`mynumber`) answers with a closed set of results (`kiosk.model.card`); exceptions stay inside the package.
- It asks the chip for the tries left before it spends one, never repeats VERIFY, and asks a person before the last try.
- It opens EF 0002 of 券面事項入力補助AP and nothing else there; EF 0001 and EF 0005 have no constant to be read by.
- Every conversation ends with power off, because a chip keeps the verified secret over a mere disconnect.
- The simulated card is a file system with keys and persistent try counters behind the same `CardTransport`, so that
  what is demonstrated is the product's own path. A PC/SC reader is one more `CardReader` beside it.
- A staff card is told from others by the identifier that the reader gives (`staff_card`); nothing on it is read, and a
  マイナンバーカード, whose identifier changes at every touch, is none. It has a reader of its own.
- The TLV parser is our own: general ASN.1 libraries accept indefinite lengths and give no offsets.

The read proper is seven APDUs (longer files add READs, the expiry adds two at the end):
1 SELECT 券面事項入力補助AP · 2 SELECT key EF 0011 or 0015 · 3 VERIFY without data (tries left) · 4 VERIFY ·
5 SELECT EF 0002 · 6 READ BINARY, the object's head · 7 READ BINARY, its body.
The head is read first so that no READ ever asks past the end of the object; chips differ in what they answer there.

Consequence: the tests can pull the card at each of those steps; a new generation of cards is one more driver.
"""
