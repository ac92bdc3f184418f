### 受付案内票のことば（English）

title = Guide to your counters
number = Your number
date = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }
intro = Please go to the counters in order, starting with ①, and show this sheet. Staff will tick each finished procedure.
total = Counters: { $stops } / Procedures: { $procedures } / Time at the counters: about { $minutes } minutes (waiting not included)
nothing = There is no counter you need to visit.
floor-up = Floor { $n }
floor-down = Basement { $n }
counter-number = Counter { $counter }
counter-name = { $counter }
no-place = Please ask at the information desk
minutes = About { $n } min
people = { " " }({ $n } people)
deadline = Deadline: { $text }
closed = { " " }(the office is closed on that day; please come before)
rolled = { " " }({ $date } is a day on which the office is closed)
by = by { $date }
late = This date has passed. Please talk to the staff at the counter.
bring = Please bring: { $list }
missing = Documents not checked yet: { $list }
filer = Staff will check who can file this.
join = { "; " }
continued = (continued)
pages = { $n }/{ $of }
note-review = Staff will review what you filed. This sheet does not prove that it has been accepted.
note-lost = If you are not sure, please ask at a counter or at the information desk.
note-pay = The fees have changed. Still to be paid: { $yen } yen (see the reception slip).
note-back = The fees have changed. To be given back to you: { $yen } yen (see the reception slip).
note-fees = The fees have changed. The amount depends on what you have paid until now: see the reception slip.
later = Not accepted yet (please come again on another day)
put-off = You will file this on another day.
lacks = Still missing: { $list }
held-why = Reason: { $why }
held-for-papers = You will bring the necessary papers later
held-for-ask = You will ask your family, employer or others
lack-unsure = { $label }: the date is not known exactly. Please bring anything that shows it, such as a family register or pension papers. If nothing does, the section in charge decides.
held-for-office = The office in charge has to check
held-for-wish = You wish to do it later
optional = { " " }(optional)
nth = Person { $n }:{ " " }
within-day = within { $n } days from: { $start }
within-month = within { $n } months from: { $start }
within-year = within { $n } years from: { $start }
