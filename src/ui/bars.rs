//! Bars as text: in eighths of a block, or in the characters of any terminal. One scale for each panel.

use crate::app::sheet::Chart;

const EIGHTHS_UP: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const EIGHTHS_ALONG: [char; 8] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// A value on a scale of so many steps: at least one if it is anything at all, all of them only if it is the most.
fn steps(value: u64, most: u64, steps: usize) -> usize {
    if value == 0 || most == 0 || steps == 0 {
        return 0;
    }
    let scaled = (u128::from(value.min(most)) * steps as u128 / u128::from(most)) as usize;
    scaled.clamp(1, steps)
}

/// Small bars side by side, each one column, on their own scale; nothing is a dot.
pub fn small(values: &[u64], chart: Chart) -> String {
    let most = values.iter().copied().max().unwrap_or(0);
    let bar = |&value: &u64| match (chart, value) {
        (Chart::Off, _) => ' ',
        (_, 0) => '·',
        (Chart::Blocks, value) => EIGHTHS_UP[steps(value, most, 8) - 1],
        (Chart::Ascii, value) => char::from_digit(steps(value, most, 9) as u32, 10).unwrap_or('9'),
    };
    values.iter().map(bar).collect()
}

/// One bar along the line, of at most so many columns.
pub fn long(value: u64, most: u64, width: usize, chart: Chart) -> String {
    match chart {
        Chart::Off => String::new(),
        Chart::Ascii => "#".repeat(steps(value, most, width)),
        Chart::Blocks => {
            let eighths = steps(value, most, width * 8);
            let rest = (eighths % 8).checked_sub(1).map(|rest| EIGHTHS_ALONG[rest]);
            "█".repeat(eighths / 8).chars().chain(rest).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_keep_to_their_scale() {
        assert_eq!(small(&[0, 1, 4, 8], Chart::Blocks), "·▁▄█");
        assert_eq!(small(&[0, 1, 4, 8], Chart::Ascii), "·149");
        assert_eq!(small(&[0, 0], Chart::Blocks), "··");
        assert_eq!(long(8, 8, 3, Chart::Blocks), "███");
        assert_eq!(long(5, 8, 2, Chart::Blocks), "█▎");
        assert_eq!(long(1, 1_000_000, 4, Chart::Blocks), "▏");
        assert_eq!(long(0, 8, 4, Chart::Blocks), "");
        assert_eq!(long(1, 9, 4, Chart::Ascii), "#");
        assert_eq!(long(u64::MAX, u64::MAX, 2, Chart::Ascii), "##");
    }
}
