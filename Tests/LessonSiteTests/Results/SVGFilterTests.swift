import Testing

import LessonSite

@Suite("Drawings in a page")
struct SVGFilterTests {
  @Test func ownDrawingsPassWithTheirIdsNumbered() {
    let svg = "<svg viewBox=\"0 0 1 1\"><clipPath id=\"c\"><rect/></clipPath><g clip-path=\"url(#c)\"><text>a</text></g></svg>"
    #expect(
      SVGFilter.clean(svg, id: "f")
        == "<svg viewBox=\"0 0 1 1\"><clipPath id=\"f-c\"><rect/></clipPath><g clip-path=\"url(#f-c)\"><text>a</text></g></svg>"
    )
  }

  @Test(arguments: [
    "<svg aria-label=\"Descent on a style of valley\"><g/></svg>", "<svg><use href=\"#a\" /></svg>",
    "<svg\nviewBox=\"0 0 1 1\"></svg>",
  ])
  func harmlessWordsAndShapesPass(svg: String) {
    #expect(SVGFilter.clean(svg, id: "f") != nil)
  }

  @Test(arguments: [
    "<svg><rect x=1/></svg>", "<svg><rect x='1'/></svg>", "<svg><rect \"/></svg>", "<svg></svg onload=\"x\">",
    "<svg ONLOAD=\"x\"></svg>",
    "<svg><use xlink:href=\"data:x\"/></svg>", "<svg><script>alert(1)</script></svg>", "<svg onload=\"x()\"></svg>",
    "<svg><a href=\"http://x\">y</a></svg>",
    "<svg><use href=\"http://x#y\"/></svg>", "<svg><foreignObject></foreignObject></svg>", "<p>",
    "<svg><rect style=\"x\"/></svg>",
    "<svg><text", "<svg><image href=\"#a\"/></svg>", "<svg><rect\nonclick=\"x\"/></svg>",
  ])
  func anythingElseIsRefused(svg: String) {
    #expect(SVGFilter.clean(svg, id: "f") == nil)
  }
}
