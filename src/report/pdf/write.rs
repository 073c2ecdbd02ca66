//! Pages drawn into a PDF file: text, rules and boxes, links, tags. The same document gives the same bytes.

use super::flow::SMALL;
use super::fonts::{Face, Fonts};
use super::lines::{Line, Link, Run, Setting};
use super::piece::{Anchor, Drawn, leading};
use super::tags::{NodeId, Tags};
use super::{BODY_BOTTOM, BODY_TOP, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, Page};
use crate::report::document::Document;
use crate::report::format::RenderError;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::luma;
use krilla::configure::{Configuration, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{ArtifactType, ContentTag, SpanTag, Tag};
use krilla::{Document as Pdf, SerializeSettings};
use std::collections::HashMap;

/// The file of laid-out pages.
///
/// # Errors
/// What krilla refuses to write.
pub fn file(document: &Document, fonts: &Fonts, pages: Vec<Page>, tags: Tags) -> Result<Vec<u8>, RenderError> {
    as_configured(document, fonts, pages, tags, Configuration::new_with_version(PdfVersion::Pdf17))
}

/// The same, held against a standard's rules as far as krilla knows them.
///
/// # Errors
/// As `file`, and every rule that is broken.
pub(super) fn as_configured(
    document: &Document,
    fonts: &Fonts,
    pages: Vec<Page>,
    tags: Tags,
    configuration: Configuration,
) -> Result<Vec<u8>, RenderError> {
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    // Nothing about who made it, where and with what; no date but the one in print.
    let metadata = Metadata::new()
        .title(format!("{}, {}", document.title, document.period))
        .language(document.lang.code().to_owned());
    pdf.set_metadata(metadata);
    pdf.set_outline(outline(&pages));
    let mut writer = Writer { fonts, targets: targets(&pages), tags, links: Vec::new() };
    let of = pages.len();
    for (number, page) in pages.into_iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT);
        let mut drawn = pdf.start_page_with(settings.unwrap_or_default());
        let mut surface = drawn.surface();
        writer.edges(document, number, of, &mut surface);
        for (top, piece) in page {
            for one in piece.drawn {
                writer.draw(one, BODY_TOP + top, &mut surface);
            }
        }
        surface.finish();
        for (part, annotation) in writer.links.drain(..) {
            let identifier = drawn.add_tagged_annotation(annotation);
            writer.tags.drawn(part, identifier);
        }
        drawn.finish();
    }
    pdf.set_tag_tree(writer.tags.tree(document.lang.code()));
    pdf.finish().map_err(|error| RenderError(format!("{error:?}")))
}

/// The headings, beside the pages.
fn outline(pages: &[Page]) -> Outline {
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for (number, page) in pages.iter().enumerate() {
        for (top, piece) in page {
            let Some(Anchor::Heading { level, words }) = &piece.anchor else { continue };
            let node = OutlineNode::new(words.clone(), place(number, *top));
            match (*level, &mut section) {
                (2, Some(section)) => section.push_child(node),
                (0..=2, _) => section.replace(node).into_iter().for_each(|done| outline.push_child(done)),
                _ => {}
            }
        }
    }
    section.into_iter().for_each(|last| outline.push_child(last));
    outline
}

fn place(page: usize, top: f32) -> XyzDestination {
    XyzDestination::new(page, Point::from_xy(MARGIN, (BODY_TOP + top - 4.0).max(0.0)))
}

/// Where links lead: each note, and where its mark first stands.
struct Targets {
    notes: HashMap<usize, XyzDestination>,
    marks: HashMap<usize, XyzDestination>,
}

fn targets(pages: &[Page]) -> Targets {
    let mut targets = Targets { notes: HashMap::new(), marks: HashMap::new() };
    for (number, page) in pages.iter().enumerate() {
        for (top, piece) in page {
            if let Some(Anchor::Note(mark)) = piece.anchor {
                targets.notes.entry(mark).or_insert_with(|| place(number, *top));
            }
            for drawn in &piece.drawn {
                let Drawn::Text { line, top: inner, .. } = drawn else { continue };
                for run in &line.runs {
                    if let Some(Link::Note(mark)) = run.link {
                        targets.marks.entry(mark).or_insert_with(|| place(number, top + inner));
                    }
                }
            }
        }
    }
    targets
}

struct Writer<'a> {
    fonts: &'a Fonts,
    targets: Targets,
    tags: Tags,
    /// The links of the page that is drawn, and the parts that they belong to.
    links: Vec<(NodeId, Annotation)>,
}

impl Writer<'_> {
    /// What stands at the edges of every page: what and which page, below the period and made when.
    fn edges(&mut self, document: &Document, number: usize, of: usize, surface: &mut Surface) {
        let width = PAGE_WIDTH - 2.0 * MARGIN;
        let setting = Setting { fonts: self.fonts, lang: None, size: SMALL };
        let line = |words: &str, limit: f32| {
            let run = Run { face: Face::Regular, text: self.fonts.printable(Face::Regular, words), link: None };
            setting.lines(&[run], limit).into_iter().next().unwrap_or_default()
        };
        let mut edge = |left: &str, right: &str, top: f32, kind: ArtifactType| {
            let right = line(right, width / 2.0);
            let left = line(left, width - right.width - 12.0);
            let content = ContentTag::Artifact(kind);
            let end = MARGIN + width - right.width;
            for (line, x) in [(left, MARGIN), (right, end)] {
                surface.start_tagged(content);
                self.runs(&line.runs, x, top, SMALL, surface);
                surface.end_tagged();
            }
        };
        // The first page begins with what it is.
        let title = if number == 0 { "" } else { document.title.as_str() };
        edge(title, &document.page_words(number + 1, of), BODY_TOP - 30.0, ArtifactType::Header);
        edge(document.period.as_str(), document.made.as_str(), BODY_BOTTOM + 16.0, ArtifactType::Footer);
    }

    fn draw(&mut self, drawn: Drawn, down: f32, surface: &mut Surface) {
        match drawn.moved(down) {
            Drawn::Text { x, top, size, line, node } => self.text(line, MARGIN + x, top, size, node, surface),
            Drawn::Rule { x, top, width, thickness, grey } => {
                surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
                filled(MARGIN + x, top, width, thickness, grey, surface);
                surface.end_tagged();
            }
            Drawn::Box { x, top, width, height, grey, node } => {
                let content =
                    if node.is_some() { ContentTag::Other } else { ContentTag::Artifact(ArtifactType::Other) };
                let identifier = surface.start_tagged(content);
                filled(MARGIN + x, top, width, height, grey, surface);
                surface.end_tagged();
                if let Some(node) = node {
                    self.tags.drawn(node, identifier);
                }
            }
        }
    }

    /// A line of text; what leads somewhere is a part of its own in the part that the line belongs to.
    fn text(&mut self, line: Line, x: f32, top: f32, size: f32, node: Option<NodeId>, surface: &mut Surface) {
        let Some(node) = node else {
            surface.start_tagged(ContentTag::Artifact(ArtifactType::Other));
            self.runs(&line.runs, x, top, size, surface);
            surface.end_tagged();
            return;
        };
        let mut x = x;
        for runs in line.runs.chunk_by(|a, b| a.link == b.link) {
            let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            let end = self.runs(runs, x, top, size, surface);
            surface.end_tagged();
            let target = runs.first().and_then(|run| self.target(run.link?));
            let box_ = Rect::from_ltrb(x, top, end, top + leading(size));
            match target.zip(box_) {
                None => self.tags.drawn(node, identifier),
                Some((target, rect)) => {
                    let part = self.tags.part(Some(node), Tag::Link);
                    self.tags.drawn(part, identifier);
                    let words: String = runs.iter().map(|run| run.text.as_str()).collect();
                    let link = LinkAnnotation::new(rect, Target::Destination(target.into()));
                    self.links.push((part, Annotation::new_link(link, Some(words))));
                }
            }
            x = end;
        }
        if line.runs.is_empty() {
            // An empty cell is a cell.
            let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            surface.end_tagged();
            self.tags.drawn(node, identifier);
        }
    }

    fn target(&self, link: Link) -> Option<XyzDestination> {
        match link {
            Link::Note(mark) => self.targets.notes.get(&mark).cloned(),
            Link::Back(mark) => self.targets.marks.get(&mark).cloned(),
        }
    }

    /// Draws runs beside each other; where they end.
    fn runs(&self, runs: &[Run], x: f32, top: f32, size: f32, surface: &mut Surface) -> f32 {
        // The letters of the typefaces reach 1.025 up and 0.275 down.
        let base = top + (leading(size) - 1.3 * size) / 2.0 + 1.025 * size;
        let mut x = x;
        for run in runs {
            let glyphs = self.fonts.glyphs(run.face, &run.text);
            let font = self.fonts.font(run.face);
            surface.draw_glyphs(Point::from_xy(x, base), &glyphs, font, &run.text, size, false);
            x += self.fonts.width(run.face, &run.text, size);
        }
        x
    }
}

fn filled(x: f32, top: f32, width: f32, height: f32, grey: u8, surface: &mut Surface) {
    let mut path = PathBuilder::new();
    let Some(rect) = Rect::from_xywh(x, top, width, height) else { return };
    path.push_rect(rect);
    let Some(path) = path.finish() else { return };
    surface.set_fill(Some(Fill { paint: luma::Color::new(grey).into(), ..Fill::default() }));
    surface.draw_path(&path);
    surface.set_fill(None);
}
