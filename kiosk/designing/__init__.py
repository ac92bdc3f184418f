"""Tools of the people who keep rules and forms: check, trace, replay, fewest questions, rehearsal."""
