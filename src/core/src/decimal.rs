//! Numbers as text and back, without the machinery of `core::fmt`, which weighs more than all that the engine says in numbers,
//! and without a parser for each kind of number.

use crate::prelude::*;

/// The number in decimal digits.
pub fn decimal(number: i32) -> String {
    let mut digits = [0; 11];
    let mut rest = number.unsigned_abs();
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10).to_le_bytes()[0];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        first -= 1;
        digits[first] = b'-';
    }
    digits[first..]
        .iter()
        .map(|digit| char::from(*digit))
        .collect()
}

/// The number that is written in decimal digits; 0 where it is none, or too large.
#[must_use]
#[inline(never)]
pub fn number(digits: &str) -> i32 {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, digits),
    };
    let more = |number: i32, digit: u8| {
        let digit = digit.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(sign * i32::from(digit))
    };
    digits.bytes().try_fold(0, more).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_reads_what_the_standard_library_reads() {
        for text in [
            "0",
            "7",
            "-90",
            "2147483647",
            "-2147483648",
            "2147483648",
            "",
            "-",
            "1a",
            "４",
            "9999999999999",
        ] {
            assert_eq!(number(text), text.parse().unwrap_or(0), "{text}");
        }
    }

    #[test]
    fn it_writes_what_the_standard_library_writes() {
        for number in [0, 7, 10, 255, 65_536, -1, -90, i32::MAX, i32::MIN] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
