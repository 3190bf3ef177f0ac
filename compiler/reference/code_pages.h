// The pages under docs/codes, which travel inside the program.
//
// A page is Markdown of one shape, so that it reads well on the web and is data here:
//   # B301 parts-do-not-sum
//   ## 含义 · What it means      prose: a paragraph in Chinese, then the same in English
//   ## 为什么要紧 · Why it matters
//   ## 错的写法 · Wrong          fenced examples; or <!-- no example --> and prose that says why
//   ## 对的写法 · Right
//   ## 怎样改 · How to fix
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/embedded.h"
#include "reference/page.h"

namespace biao::reference {

/// docs/codes/*.md as they stood when the program was built, by path.
std::span<const EmbeddedFile> embeddedPages();

/// Reads the sections of one page into `into`. What does not have the shape is left out; a test
/// holds the pages to it.
void readPage(std::string_view markdown, Page& into);

/// A page for every code of the catalogue, in its order.
std::vector<Page> codePages();

}  // namespace biao::reference
