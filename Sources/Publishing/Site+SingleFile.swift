import Comparison
public import Library
import Regulations

extension Site {
  /// The site as one page that needs nothing beside it, from `<!DOCTYPE html>` on, for
  /// places that only take a file.
  ///
  /// It holds the shown texts of one regulation or of several, with links among them.
  /// Its script runs under a policy that knows its hash.
  public func singleFile() throws(LibraryError) -> [UInt8] {
    let isOne = plan.regulations.count == 1
    let layout = PageLayout(form: .file(holdsSeveral: !isOne))
    var pages: [RegulationPage] = []
    for index in plan.regulations.indices { pages.append(try page(of: index, layout)) }
    var frame = PageFrame(
      options: options, layout: layout,
      title: isOne ? plan.regulations[0].catalogued.title : options.title)
    frame.kind = isOne ? "regulation" : "index file"
    return frame.page { html in
      if !isOne {
        IndexPage(plan: plan, options: options, layout: layout, order: .group).write(to: &html)
      }
      for page in pages { page.write(to: &html) }
    }
  }

  private func page(of index: Int, _ layout: PageLayout) throws(LibraryError) -> RegulationPage {
    let regulation = plan.regulations[index]
    var page = RegulationPage(
      plan: plan, texts: texts, options: options, layout: layout, index: index,
      catalogued: regulation.shown, revision: texts.revisions[index],
      metadata: try reader.metadata(of: regulation.shown), links: texts.links[index])
    var revisions: [Revision] = []
    for earlier in regulation.earlier { revisions.append(try reader.revision(earlier)) }
    if !revisions.isEmpty {
      let names = regulation.catalogued.revisions[...regulation.shownIndex].map(\.name)
      page.former = FormerAnchors(
        RevisionSequence(revisions + [texts.revisions[index]]), names: names)
    }
    return page
  }
}
