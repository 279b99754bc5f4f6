#include "importers/topology/gml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "importers/park_folder/attribute_values.h"

namespace parktwin::importers::topology {
namespace {

constexpr std::size_t deepest = 32;

struct Token {
  enum class Kind { word, whole, real, text, open, close, end, wrong };
  Kind kind = Kind::end;
  std::size_t line = 1;
  std::string text;
  Attribute value;
};

/// Characters a text may not hold stand as "&amp;", "&quot;", "&#38;" (ISO 8859-1 numbers).
std::string unfolded(const std::string& text) {
  constexpr std::array<std::pair<std::string_view, char>, 5> names{{{"amp", '&'}, {"quot", '"'}, {"lt", '<'}, {"gt", '>'}, {"apos", '\''}}};
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto stop = text[i] == '&' ? text.find(';', i) : std::string::npos;
    if (stop == std::string::npos || stop - i > 8) {
      result += text[i];
      continue;
    }
    const auto name = std::string_view(text).substr(i + 1, stop - i - 1);
    const auto* known = std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.first == name; });
    unsigned code = known != names.end() ? static_cast<unsigned char>(known->second) : 0U;
    if (name.starts_with('#')) std::from_chars(name.data() + 1, name.data() + name.size(), code);
    if (code < 32U || code > 255U) {
      result += text[i];
      continue;
    }
    if (code < 128U) {
      result += static_cast<char>(code);
    } else {
      result += static_cast<char>(0xC0U | code >> 6U);
      result += static_cast<char>(0x80U | (code & 0x3FU));
    }
    i = stop;
  }
  return result;
}

class Lexer {
 public:
  explicit Lexer(const std::string& text) : text_(text) {}

  Token next() {
    skip();
    Token token;
    token.line = line_;
    if (at_ == text_.size()) return token;
    const char c = text_[at_];
    if (c == '[' || c == ']') {
      ++at_;
      token.kind = c == '[' ? Token::Kind::open : Token::Kind::close;
    } else if (c == '"') {
      quoted(token);
    } else {
      const std::size_t begin = at_;
      while (at_ < text_.size() && std::string_view(" \t\r\n[]\"").find(text_[at_]) == std::string_view::npos) ++at_;
      token.text = text_.substr(begin, at_ - begin);
      classify(token);
    }
    return token;
  }

 private:
  void skip() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
        line_ += c == '\n' ? 1 : 0;
        ++at_;
      } else {
        return;
      }
    }
  }

  void quoted(Token& token) {
    const auto stop = text_.find('"', at_ + 1);
    if (stop == std::string::npos) {
      token.kind = Token::Kind::wrong;
      token.text = "a text that is not closed";
      return;
    }
    const auto inside = text_.substr(at_ + 1, stop - at_ - 1);
    line_ += static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '\n'));
    token.kind = Token::Kind::text;
    token.value = unfolded(inside);
    at_ = stop + 1;
  }

  static void classify(Token& token) {
    const char* begin = token.text.data() + (token.text.starts_with('+') ? 1 : 0);
    const char* end = token.text.data() + token.text.size();
    std::int64_t whole = 0;
    double real = 0.0;
    if (const auto [stop, error] = std::from_chars(begin, end, whole); error == std::errc() && stop == end) {
      token.kind = Token::Kind::whole;
      token.value = whole;
    } else if (const auto [other, fault] = std::from_chars(begin, end, real);
               fault == std::errc() && other == end && (*begin == '-' || *begin == '.' || (*begin >= '0' && *begin <= '9'))) {
      token.kind = Token::Kind::real;
      token.value = real;
    } else {
      const bool letter = (token.text[0] >= 'a' && token.text[0] <= 'z') || (token.text[0] >= 'A' && token.text[0] <= 'Z');
      token.kind = letter ? Token::Kind::word : Token::Kind::wrong;
    }
  }

  const std::string& text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

class Parser {
 public:
  Parser(const std::string& text, const std::string& file, Problems& problems) : lexer_(text), file_(file), problems_(problems) {}

  std::optional<Graph> parse() {
    for (Token key = lexer_.next();; key = lexer_.next()) {
      if (key.kind == Token::Kind::end) break;
      if (key.kind == Token::Kind::close) {
        if (path_.empty()) return fail(key, "found ], expected a key");
        close();
        continue;
      }
      if (key.kind != Token::Kind::word) return fail(key, fmt::format("found {}, expected a key", key.text));
      const Token value = lexer_.next();
      switch (value.kind) {
        case Token::Kind::open:
          if (path_.size() >= deepest) return fail(value, fmt::format("lists stand more than {} deep", deepest));
          open(key);
          break;
        case Token::Kind::whole:
        case Token::Kind::real:
        case Token::Kind::text:
          set(key.text, value.value);
          break;
        default:
          return fail(value, fmt::format("found {}, expected a number, a text or a list for {}",
                                         value.kind == Token::Kind::end ? "the end" : value.text, key.text));
      }
    }
    if (!path_.empty()) {
      problems_.add(file_, "", fmt::format("ends in the middle of {}", path_.back()));
      return std::nullopt;
    }
    return std::move(graph_);
  }

 private:
  std::nullopt_t fail(const Token& token, const std::string& message) {
    problems_.add(file_, fmt::format("line {}", token.line), message);
    return std::nullopt;
  }

  [[nodiscard]] bool in_node() const { return path_.size() >= 2 && path_[0] == "graph" && path_[1] == "node"; }
  [[nodiscard]] bool in_edge() const { return path_.size() >= 2 && path_[0] == "graph" && path_[1] == "edge"; }

  void open(const Token& key) {
    path_.push_back(key.text);
    if (path_.size() != 2) return;
    if (in_node()) graph_.nodes.push_back({key.line, {}, {}});
    if (in_edge()) graph_.edges.push_back({key.line, {}, {}, {}, {}});
  }
  void close() { path_.pop_back(); }

  void set(const std::string& key, const Attribute& value) {
    if (!in_node() && !in_edge()) return;
    std::string name;
    for (std::size_t i = 2; i < path_.size(); ++i) name += path_[i] + ".";
    name += key;
    if (in_node()) {
      if (name == "id") graph_.nodes.back().id = text_of(value);
      if (name != "id") graph_.nodes.back().values[name] = value;
      return;
    }
    auto& edge = graph_.edges.back();
    if (name == "id") edge.id = text_of(value);
    if (name == "source") edge.from = text_of(value);
    if (name == "target") edge.to = text_of(value);
    if (name != "id" && name != "source" && name != "target") edge.values[name] = value;
  }

  Lexer lexer_;
  const std::string& file_;
  Problems& problems_;
  std::vector<std::string> path_;
  Graph graph_;
};

}  // namespace

std::optional<Graph> parse_gml(const std::string& text, const std::string& file, Problems& problems) {
  return Parser(text, file, problems).parse();
}

}  // namespace parktwin::importers::topology
