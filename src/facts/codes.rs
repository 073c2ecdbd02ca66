//! A column of small numbers: one byte a row, four from the first number on that does not fit in one.

use super::packed::Pack;

/// The number of a code, name or text in its dictionary; 0 is not known.
pub type Code = u32;

/// A column of codes.
#[derive(Clone, Debug)]
pub struct Codes {
    values: Values,
    /// No number in the column is higher.
    highest: Code,
}

/// The numbers as they lie in memory.
#[derive(Clone, Debug)]
pub enum Values {
    Narrow(Vec<u8>),
    Wide(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Codes { values: Values::Narrow(Vec::new()), highest: 0 }
    }
}

impl Codes {
    pub fn get(&self, row: usize) -> Code {
        match &self.values {
            Values::Narrow(values) => Code::from(values[row]),
            Values::Wide(values) => values[row],
        }
    }

    pub fn set(&mut self, row: usize, code: Code) {
        self.make_room(code);
        match &mut self.values {
            Values::Narrow(values) => values[row] = code as u8,
            Values::Wide(values) => values[row] = code,
        }
    }

    pub fn push(&mut self, code: Code) {
        self.make_room(code);
        match &mut self.values {
            Values::Narrow(values) => values.push(code as u8),
            Values::Wide(values) => values.push(code),
        }
    }

    pub fn len(&self) -> usize {
        match &self.values {
            Values::Narrow(values) => values.len(),
            Values::Wide(values) => values.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers as they lie in memory, to read many at a time.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// No number in the column is higher.
    pub fn highest(&self) -> Code {
        self.highest
    }

    fn make_room(&mut self, code: Code) {
        self.highest = self.highest.max(code);
        if let Values::Narrow(values) = &self.values
            && code > Code::from(u8::MAX)
        {
            self.values = Values::Wide(values.iter().map(|&code| Code::from(code)).collect());
        }
    }
}

/// The highest number, then the numbers: a byte each, or four.
impl Pack for Codes {
    fn pack(&self) -> Vec<u8> {
        let mut bytes = self.highest.to_le_bytes().to_vec();
        match &self.values {
            Values::Narrow(values) => bytes.extend(values),
            Values::Wide(values) => bytes.extend(values.pack()),
        }
        bytes
    }

    fn unpack(bytes: &[u8]) -> Codes {
        let (highest, bytes) = bytes.split_first_chunk().unwrap_or((&[0; 4], &[]));
        let highest = Code::from_le_bytes(*highest);
        let is_narrow = highest <= Code::from(u8::MAX);
        let values = if is_narrow { Values::Narrow(bytes.to_vec()) } else { Values::Wide(Vec::unpack(bytes)) };
        Codes { values, highest }
    }
}

impl FromIterator<Code> for Codes {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Codes {
        let mut column = Codes::default();
        codes.into_iter().for_each(|code| column.push(code));
        column
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_widens_when_a_number_needs_it() {
        let mut codes: Codes = [1, 255].into_iter().collect();
        assert!(matches!(codes.values(), Values::Narrow(_)));
        codes.set(0, 256);
        codes.push(7);
        assert!(matches!(codes.values(), Values::Wide(_)));
        assert_eq!([0, 1, 2].map(|row| codes.get(row)), [256, 255, 7]);
        assert_eq!((codes.highest(), codes.len()), (256, 3));
    }
}
