//! Swedish personal identity numbers in running text: personnummer and samordningsnummer, whose day is 60 higher.
//!
//! Source: folkbokföringslagen (1991:481) 18 § (six digits for the day of birth, a sign, three digits and a check
//! digit; `+` in place of `-` from the year of the hundredth birthday) and 18 a § (coordination numbers). The check
//! digit is that of the Luhn algorithm over the ten digits without the century.

use chrono::NaiveDate;
use std::ops::Range;

/// Where a text seems to hold identity numbers, as byte ranges in their order: with the century or without, with `-`,
/// `+` or nothing before the last four digits. A number whose day does not exist or whose check digit is wrong is
/// none.
pub fn identity_numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = [8, 6].into_iter().find_map(|length| number_end(bytes, at, length));
        if let Some(end) = end {
            found.push(at..end);
        }
        at = end.unwrap_or_else(|| at + digits_at(bytes, at));
    }
    found
}

/// Whether a text seems to hold an identity number.
pub fn holds_identity_number(text: &str) -> bool {
    // Most texts have too few digits to look closer.
    text.bytes().filter(u8::is_ascii_digit).nth(9).is_some() && !identity_numbers(text).is_empty()
}

/// What goes when the number at a place is taken out: itself, and the space that would stand twice then.
pub fn with_its_space(text: &str, number: &Range<usize>) -> Range<usize> {
    let before = text.get(..number.start).unwrap_or_default();
    let after = text.get(number.end..).unwrap_or_default();
    let doubled = (before.is_empty() || before.ends_with([' ', '\n'])) && after.starts_with(' ');
    number.start..number.end + usize::from(doubled)
}

/// How many digits stand from a place on.
fn digits_at(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).take_while(|b| b.is_ascii_digit()).count()
}

/// The end of a number whose day of birth has so many digits and begins at a place, if there is one.
fn number_end(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let run = digits_at(bytes, at);
    let last = match run.checked_sub(length)? {
        4 => at + length,
        0 if matches!(bytes.get(at + length), Some(b'-' | b'+')) && digits_at(bytes, at + length + 1) == 4 => {
            at + length + 1
        }
        _ => return None,
    };
    let digit = |at: usize| bytes.get(at).map(|b| u32::from(b - b'0'));
    let digits: Vec<u32> = (at..at + length).chain(last..last + 4).filter_map(digit).collect();
    let (century, digits) = digits.split_at(length - 6);
    (is_day(century, digits) && is_checked(digits)).then_some(last + 4)
}

/// Whether the first six digits are a day that there is, as such or 60 higher.
fn is_day(century: &[u32], digits: &[u32]) -> bool {
    let two = |at: usize| digits.get(at).zip(digits.get(at + 1)).map_or(0, |(tens, ones)| tens * 10 + ones);
    let day = if two(4) > 60 { two(4) - 60 } else { two(4) };
    let centuries = match century {
        [tens, ones] => vec![tens * 10 + ones],
        _ => vec![19, 20],
    };
    let exists = |century: &u32| {
        (18..=20).contains(century) && NaiveDate::from_ymd_opt((century * 100 + two(0)) as i32, two(2), day).is_some()
    };
    centuries.iter().any(exists)
}

/// Whether the last of ten digits checks the others (Luhn).
fn is_checked(digits: &[u32]) -> bool {
    let weighed = |(place, digit): (usize, &u32)| match place % 2 {
        0 => digit * 2 / 10 + digit * 2 % 10,
        _ => *digit,
    };
    digits.len() == 10 && digits.iter().enumerate().map(weighed).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        identity_numbers(text).into_iter().map(|range| &text[range]).collect()
    }

    // The numbers are made up for this test: the days are 1 January and 29 February of some year, the rest counts up
    // to a right check digit.
    #[test]
    fn every_way_to_write_one_is_found() {
        for number in ["900101-0017", "9001010017", "900101+0017", "19900101-0017", "199001010017", "20000229-0005"] {
            assert_eq!(found(&format!("född åå {number}, ringde")), [number]);
            assert_eq!(found(number), [number]);
        }
        // A coordination number has a day from 61 on.
        assert_eq!(found("x900161-0014y"), ["900161-0014"]);
        assert_eq!(found("900101-0017 och 900101-0025"), ["900101-0017", "900101-0025"]);
    }

    #[test]
    fn what_cannot_be_one_is_left_alone() {
        for text in [
            "900101-0018",   // the check digit is wrong
            "901301-0011",   // there is no such month
            "900230-0017",   // there is no such day
            "900100-0018",   // nor such a day
            "1900101-0017",  // seven digits
            "900101-00171",  // five digits at the end
            "900101 0017",   // a date and a time
            "17900101-0017", // before there were any
            "08-123 456 78, 2010-12-31, C0042",
            "",
        ] {
            assert!(!holds_identity_number(text), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn one_is_taken_out_with_its_space() {
        let take = |text: &str| {
            let mut left = text.to_owned();
            left.replace_range(with_its_space(text, &identity_numbers(text)[0]), "");
            left
        };
        assert_eq!(take("ringde 900101-0017 igen"), "ringde igen");
        assert_eq!(take("900101-0017 ringde"), "ringde");
        assert_eq!(take("nummer: 900101-0017."), "nummer: .");
        assert_eq!(take("åäö\n900101-0017"), "åäö\n");
    }
}
