//! A bar chart as a picture inside HTML, readable in grey and without the picture.

use super::document::{Bar, Chart};
use super::html::escape;
use super::wrap::{shorten, width};

/// Units of the picture's own measure, of which the page makes what it has room for.
const WIDTH: u64 = 640;
const ROW: u64 = 20;
/// What a letter takes at most.
const LETTER: u64 = 8;
/// Letters of a label at most.
const LABEL: usize = 24;

/// The chart with its title, its bars, and the words that replace them. Nothing is drawn where there is nothing.
pub fn figure(chart: &Chart) -> String {
    let most = chart.bars.iter().map(|bar| bar.value).max().unwrap_or(0);
    let replacement = escape(chart.replacement.as_str());
    if most == 0 {
        return format!("<p>{replacement}</p>\n");
    }
    let widest = |texts: &dyn Fn(&Bar) -> usize| chart.bars.iter().map(texts).max().unwrap_or(0) as u64 * LETTER;
    let left = widest(&|bar| width(bar.label.as_str()).min(LABEL)) + LETTER;
    let right = widest(&|bar| width(bar.figure.text.as_str()));
    let room = WIDTH.saturating_sub(left + right + LETTER).max(1);
    let bars = chart.bars.iter().enumerate().map(|(i, bar)| {
        let top = i as u64 * ROW;
        // A value above 0 is seen, so that it is never taken for 0.
        let length = (u128::from(bar.value) * u128::from(room) / u128::from(most)) as u64;
        let length = length.max(u64::from(bar.value > 0));
        format!(
            "<text x=\"{}\" y=\"{base}\" text-anchor=\"end\">{}</text>\
             <rect x=\"{left}\" y=\"{}\" width=\"{length}\" height=\"{}\" fill=\"#666\"/>\
             <text x=\"{}\" y=\"{base}\">{}</text>\n",
            left - LETTER,
            escape(&shorten(bar.label.as_str(), LABEL)),
            top + 3,
            ROW - 6,
            left + length + LETTER / 2,
            escape(bar.figure.text.as_str()),
            base = top + ROW - 5,
        )
    });
    let title = escape(chart.title.as_str());
    let height = chart.bars.len() as u64 * ROW;
    format!(
        "<figure>\n<figcaption>{title}</figcaption>\n<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         aria-label=\"{replacement}\">\n{}</svg>\n</figure>\n",
        bars.collect::<String>()
    )
}
