#include "importers/topology/graphml.h"

#include <expat.h>
#include <fmt/format.h>

#include <charconv>
#include <memory>
#include <string_view>

namespace parktwin::importers::topology {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t longest_value = 1U << 20U;

struct KeyOf {
  std::string name;
  std::string type;
  std::string of;  ///< node, edge, all, …
  std::optional<std::string> otherwise;
};

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Reading {
 public:
  Reading(const std::string& text, const std::string& file, Problems& problems) : text_(text), file_(file), problems_(problems) {}

  std::optional<Graph> read() {
    const auto before = problems_.list().size();
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_, [](void* self, const char* name, const char** attributes) { static_cast<Reading*>(self)->open(name, attributes); },
        [](void* self, const char*) { static_cast<Reading*>(self)->close(); });
    XML_SetCharacterDataHandler(parser_, [](void* self, const char* bytes, int size) {
      static_cast<Reading*>(self)->characters({bytes, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser_, [](void* self, const char*, const char*, const char*, int) {
      static_cast<Reading*>(self)->stop("found a document type, expected none: entities are not unfolded");
    });
    const auto status = XML_Parse(parser_, text_.data(), static_cast<int>(text_.size()), 1);
    if (status != XML_STATUS_OK && problems_.list().size() == before)
      stop(std::string("is no XML from here on (") + XML_ErrorString(XML_GetErrorCode(parser_)) + ")");
    if (problems_.list().size() == before && !seen_root_) problems_.add(file_, "", "holds no element graphml");
    if (problems_.list().size() > before) return std::nullopt;
    give_defaults();
    return std::move(graph_);
  }

 private:
  enum class Inside { other, graphml, key, default_value, graph, node, edge, data };

  [[nodiscard]] std::size_t line() const { return static_cast<std::size_t>(XML_GetCurrentLineNumber(parser_)); }

  /// Once; Expat may still tell of the end of the element it is in.
  void stop(const std::string& message) {
    if (stopped_) return;
    stopped_ = true;
    problems_.add(file_, fmt::format("line {}", line()), message);
    XML_StopParser(parser_, XML_FALSE);
  }

  static std::string attribute(const char** attributes, std::string_view wanted) {
    for (; *attributes != nullptr; attributes += 2) {
      if (*attributes == wanted) return attributes[1];
    }
    return "";
  }

  void open(const char* raw, const char** attributes) {
    if (stopped_) return;
    const auto name = without_prefix(raw);
    if (stack_.size() >= deepest) return stop(fmt::format("elements stand more than {} deep", deepest));
    const Inside outer = stack_.empty() ? Inside::other : stack_.back();
    if (stack_.empty()) {
      if (name != "graphml") return stop(fmt::format("found the element {}, expected graphml", name));
      seen_root_ = true;
      return stack_.push_back(Inside::graphml);
    }
    stack_.push_back(Inside::other);
    if (outer == Inside::graphml && name == "key") {
      key_ = attribute(attributes, "id");
      keys_[key_] = {attribute(attributes, "attr.name"), attribute(attributes, "attr.type"), attribute(attributes, "for"), std::nullopt};
      if (keys_[key_].name.empty()) keys_[key_].name = key_;
      stack_.back() = Inside::key;
    } else if (outer == Inside::key && name == "default") {
      value_.clear();
      stack_.back() = Inside::default_value;
    } else if (outer == Inside::graphml && name == "graph") {
      if (++graphs_ > 1) return stop("found a second graph, expected one");
      stack_.back() = Inside::graph;
    } else if (outer == Inside::graph && name == "node") {
      graph_.nodes.push_back({line(), attribute(attributes, "id"), {}});
      stack_.back() = Inside::node;
    } else if (outer == Inside::graph && name == "edge") {
      graph_.edges.push_back({line(), attribute(attributes, "id"), attribute(attributes, "source"), attribute(attributes, "target"), {}});
      stack_.back() = Inside::edge;
    } else if ((outer == Inside::node || outer == Inside::edge) && name == "data") {
      key_ = attribute(attributes, "key");
      if (!keys_.contains(key_)) return stop(fmt::format("found data of the key \"{}\", which is not declared", key_));
      value_.clear();
      foreign_ = false;
      stack_.back() = Inside::data;
    } else if (outer == Inside::data) {
      foreign_ = true;
    } else if (name == "graph" || name == "hyperedge" || name == "port") {
      stop(fmt::format("found the element {}, expected one graph of nodes and edges", name));
    }
  }

  void close() {
    if (stopped_ || stack_.empty()) return;
    const Inside now = stack_.back();
    stack_.pop_back();
    if (now == Inside::default_value) keys_[key_].otherwise = value_;
    if (now != Inside::data) return;
    const bool of_node = stack_.back() == Inside::node;
    if (foreign_) {
      graph_.remarks.push_back({NoteKind::warning, "data that hold elements of other programs", fmt::format("line {}", line())});
      return;
    }
    auto& values = of_node ? graph_.nodes.back().values : graph_.edges.back().values;
    values[keys_[key_].name] = typed(keys_[key_], value_);
  }

  void characters(std::string_view bytes) {
    if (stopped_ || stack_.empty() || (stack_.back() != Inside::data && stack_.back() != Inside::default_value)) return;
    if (value_.size() + bytes.size() > longest_value) return stop("a value is longer than 1 MiB");
    value_ += bytes;
  }

  /// Numbers as numbers where the key says so and the text is one; else the text.
  static Attribute typed(const KeyOf& key, const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return {};
    const auto value = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    const char* end = value.data() + value.size();
    if (key.type == "int" || key.type == "long") {
      std::int64_t whole = 0;
      if (const auto [stop, error] = std::from_chars(value.data(), end, whole); error == std::errc() && stop == end) return whole;
    }
    if (key.type == "float" || key.type == "double") {
      double number = 0.0;
      if (const auto [stop, error] = std::from_chars(value.data(), end, number); error == std::errc() && stop == end) return number;
    }
    return value;
  }

  void give_defaults() {
    for (const auto& [id, key] : keys_) {
      if (!key.otherwise) continue;
      const auto value = typed(key, *key.otherwise);
      if (key.of == "node" || key.of == "all") {
        for (auto& node : graph_.nodes) node.values.emplace(key.name, value);
      }
      if (key.of == "edge" || key.of == "all") {
        for (auto& edge : graph_.edges) edge.values.emplace(key.name, value);
      }
    }
  }

  const std::string& text_;
  const std::string& file_;
  Problems& problems_;
  XML_Parser parser_ = nullptr;
  std::vector<Inside> stack_;
  std::map<std::string, KeyOf> keys_;
  std::string key_;
  std::string value_;
  bool foreign_ = false;
  bool seen_root_ = false;
  bool stopped_ = false;
  std::size_t graphs_ = 0;
  Graph graph_;
};

}  // namespace

std::optional<Graph> parse_graphml(const std::string& text, const std::string& file, Problems& problems) {
  return Reading(text, file, problems).read();
}

}  // namespace parktwin::importers::topology
