//! Numbers as text, without the machinery of `core::fmt`, which weighs more than all that the engine says in numbers.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_what_the_standard_library_writes() {
        for number in [0, 7, 10, 255, 65_536, -1, -90, i32::MAX, i32::MIN] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
