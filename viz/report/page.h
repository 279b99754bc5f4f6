#pragma once
// The report as one HTML file: the page that viz/web builds (data/report/page.html), with title, language and data put into it. Nothing
// from the park can end the data's script element or be read as markup: `<`, `>` and `&` and the two line separators of JavaScript are
// escaped.
#include <string>
#include <string_view>

#include "viz/report/table_json.h"
#include "viz/scene/scene.h"

namespace parktwin::viz::report {

/// Text that is safe inside an element and inside a quoted attribute.
[[nodiscard]] std::string escaped_html(std::string_view text);

/// JSON that is safe inside a script element. Texts that are not UTF-8 are mended.
[[nodiscard]] std::string embedded_json(const Json& data);

/// Throws std::runtime_error when the page lacks one of its three marks, or has it twice.
[[nodiscard]] std::string assembled(const std::string& page, const Json& data, Language language);

}  // namespace parktwin::viz::report
