#include "viz/report/page.h"

#include <stdexcept>

namespace parktwin::viz::report {
namespace {

std::string replaced_once(const std::string& page, std::string_view mark, const std::string& text) {
  const auto at = page.find(mark);
  if (at == std::string::npos || page.find(mark, at + mark.size()) != std::string::npos) {
    throw std::runtime_error("the page of the report is damaged: expected the mark " + std::string(mark) + " once");
  }
  return page.substr(0, at) + text + page.substr(at + mark.size());
}

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string escaped;
  for (const char letter : text) {
    switch (letter) {
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '&':
        escaped += "&amp;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += letter;
    }
  }
  return escaped;
}

std::string embedded_json(const Json& data) {
  const std::string text = data.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  safe.reserve(text.size() + text.size() / 64);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = std::string_view(text).substr(i, 3);
    if (text[i] == '<') {
      safe += "\\u003c";
    } else if (text[i] == '>') {
      safe += "\\u003e";
    } else if (text[i] == '&') {
      safe += "\\u0026";
    } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
      safe += rest == "\xE2\x80\xA8" ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      safe += text[i];
    }
  }
  return safe;
}

std::string assembled(const std::string& page, const Json& data, Language language) {
  const std::string name(name_of(language));
  const std::string title =
      data.at("run").at("park").at(name).get<std::string>() + " · " + data.at("run").at("scenario").get<std::string>();
  // The data goes in last, so that no text of the park is taken for a mark.
  const std::string titled = replaced_once(page, "@@LANGUAGE@@", language == Language::zh ? "zh-CN" : "en");
  const auto mark = titled.find("@@TITLE@@");
  if (mark == std::string::npos) throw std::runtime_error("the page of the report is damaged: expected the mark @@TITLE@@ once");
  const std::string with_data = replaced_once(titled, "@@DATA@@", embedded_json(data));
  return with_data.substr(0, mark) + escaped_html(title) + with_data.substr(mark + 9);
}

}  // namespace parktwin::viz::report
