//! How wide the columns of a table are, and which stand beside each other, for every format that has lines or pages.
//! Measures are columns of text or points, as the format has them.

/// What a column can do with, and what it wants.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Whether it holds words, which take several lines less well than the head over figures does.
    pub is_words: bool,
    pub least: usize,
    pub most: usize,
}

/// The columns of each band: the first, and as many of the others as fit.
pub fn split(sizes: &[Size], gap: usize, limit: usize) -> Vec<Vec<usize>> {
    let Some(first) = sizes.first() else { return Vec::new() };
    let mut bands = vec![vec![0]];
    let mut used = first.least;
    for (i, size) in sizes.iter().enumerate().skip(1) {
        used += gap + size.least;
        if used > limit {
            bands.push(vec![0]);
            used = first.least + gap + size.least;
        }
        if let Some(band) = bands.last_mut() {
            band.push(i);
        }
    }
    bands
}

/// The widths of a band's columns: at least what they need, and the rest of the line to those that want more, words
/// before figures and the narrowest first.
pub fn fit(sizes: &[Size], columns: &[usize], gap: usize, limit: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(|&i| sizes[i].least).collect();
    let mut left = limit.saturating_sub(widths.iter().sum::<usize>() + gap * (columns.len() - 1));
    while left > 0 {
        let wanting = columns.iter().zip(&mut widths).filter(|(i, w)| **w < sizes[**i].most);
        let Some((_, narrowest)) = wanting.min_by_key(|(i, w)| (!sizes[**i].is_words, **w)) else { break };
        *narrowest += 1;
        left -= 1;
    }
    widths
}
