#include "engine/core/yaml_reader.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include "engine/core/utf8.h"

namespace parktwin::yaml {
namespace {

constexpr std::uintmax_t largest_file = 64u << 20;
constexpr std::size_t largest_tree = 1'000'000;
constexpr std::size_t deepest_tree = 100;

std::string place_at(const YAML::Mark& mark) {
  return mark.is_null() ? std::string() : fmt::format("line {}, column {}", mark.line + 1, mark.column + 1);
}

struct TreeIsUnfit {};

/// First pass over a document: what yaml-cpp's tree would hide (keys given twice) or could not survive (aliases that unfold without end).
class Structure : public YAML::EventHandler {
 public:
  Structure(const std::string& file, Problems& problems) : file_(file), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (expects_key()) problems_.add(file_, place_at(mark), "found a key without text, expected a name");
    leaf(mark, anchor, 1);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto anchored = sizes_.find(anchor);
    if (anchored == sizes_.end())
      stop(mark, "found an alias inside the value it stands for, expected a value that does not contain itself");
    if (expects_key()) problems_.add(file_, place_at(mark), "found an alias as a key, expected a name");
    leaf(mark, YAML::NullAnchor, anchored->second);
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override {
    if (expects_key()) note_key(mark, value);
    leaf(mark, anchor, 1);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(mark, anchor, false);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(mark, anchor, true);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Level {
    bool is_mapping = false;
    bool key_next = false;
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::size_t size = 1;
    std::map<std::string, YAML::Mark> keys;
  };

  [[nodiscard]] bool expects_key() const { return !levels_.empty() && levels_.back().is_mapping && levels_.back().key_next; }

  [[noreturn]] void stop(const YAML::Mark& mark, std::string message) {
    problems_.add(file_, place_at(mark), std::move(message));
    throw TreeIsUnfit{};
  }

  void note_key(const YAML::Mark& mark, const std::string& key) {
    const auto [earlier, is_new] = levels_.back().keys.emplace(key, mark);
    if (is_new) return;
    problems_.add(file_, place_at(mark),
                  fmt::format("found the key \"{}\" again, expected it once (first on line {})", key, earlier->second.line + 1));
  }

  void leaf(const YAML::Mark& mark, YAML::anchor_t anchor, std::size_t size) {
    if (anchor != YAML::NullAnchor) sizes_[anchor] = size;
    if (levels_.empty()) return;
    Level& level = levels_.back();
    level.size += size;
    level.key_next = level.is_mapping && !level.key_next;
    if (level.size > largest_tree) stop(mark, fmt::format("found aliases or values that unfold to more than {} nodes", largest_tree));
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, bool is_mapping) {
    if (expects_key()) stop(mark, "found a list or mapping as a key, expected a name");
    if (levels_.size() >= deepest_tree) stop(mark, fmt::format("found values nested more than {} deep", deepest_tree));
    marks_.push_back(mark);
    levels_.push_back({is_mapping, is_mapping, anchor, 1, {}});
  }

  void close() {
    const YAML::Mark mark = marks_.back();
    const YAML::anchor_t anchor = levels_.back().anchor;
    const std::size_t size = levels_.back().size;
    marks_.pop_back();
    levels_.pop_back();
    leaf(mark, anchor, size);
  }

  const std::string& file_;
  Problems& problems_;
  std::vector<Level> levels_;
  std::vector<YAML::Mark> marks_;
  std::map<YAML::anchor_t, std::size_t> sizes_;
};

bool is_blank(std::string_view text) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string::npos && line[first] != '#' && line != "---" && line != "...") return false;
  }
  return true;
}

bool indented_by_tab(const std::string& text, int line_number) {
  std::istringstream lines(text);
  std::string line;
  for (int i = 0; i <= line_number; ++i) {
    if (!std::getline(lines, line)) return false;
  }
  return line.substr(0, line.find_first_not_of(" \t")).find('\t') != std::string::npos;
}

void check_structure(const std::string& text, const std::string& file, Problems& problems) {
  try {
    // yaml-cpp notices a quote that is never closed only when no line end follows.
    std::istringstream stream(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
    YAML::Parser parser(stream);
    Structure structure(file, problems);
    parser.HandleNextDocument(structure);
    Structure second(file, problems);
    if (parser.HandleNextDocument(second)) problems.add(file, "", "found a second YAML document after \"---\", expected one");
  } catch (const TreeIsUnfit&) {
  } catch (const YAML::Exception& error) {
    const std::string hint = indented_by_tab(text, error.mark.line) ? " (the line is indented by a tab, expected spaces)" : "";
    problems.add(file, place_at(error.mark), "found a YAML syntax error, " + error.msg + hint);
  }
}

std::string read_text(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (!std::filesystem::exists(status)) throw InputError(file.string(), "", "no such file");
  if (std::filesystem::is_directory(status)) throw InputError(file.string(), "", "found a folder, expected a YAML file");
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InputError(file.string(), "", "cannot be opened for reading");
  std::string text;
  std::string chunk(std::size_t{1} << 16, '\0');
  while (stream.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || stream.gcount() > 0) {
    text.append(chunk, 0, static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest_file)
      throw InputError(file.string(), "", fmt::format("found more than {} MiB, expected a YAML file", largest_file >> 20));
  }
  if (stream.bad()) throw InputError(file.string(), "", "cannot be read to its end");
  return text;
}

std::string place_of_byte(std::string_view text, std::size_t position) {
  const auto before = text.substr(0, position);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return fmt::format("line {}, column {}", line, position - start + 1);
}

}  // namespace

Document parse_document(std::string text, const std::string& file) {
  if (const std::size_t bad = first_invalid_utf8(text); bad != std::string::npos) {
    throw InputError(file, place_of_byte(text, bad),
                     fmt::format("found the byte 0x{:02X}, expected UTF-8 text", static_cast<unsigned char>(text[bad])));
  }
  if (is_blank(text)) throw InputError(file, "", "the file is empty");
  Problems problems;
  check_structure(text, file, problems);
  problems.throw_if_any();
  try {
    YAML::Node root = YAML::Load(text);
    if (!root.IsDefined() || root.IsNull()) throw InputError(file, "", "the file is empty");
    return {file, std::move(text), root};
  } catch (const YAML::Exception& error) {
    throw InputError(file, place_at(error.mark), "found a YAML syntax error, " + error.msg);
  }
}

Document read_document(const std::filesystem::path& file) { return parse_document(read_text(file), file.string()); }

std::string place_of(const YAML::Node& node) { return node.IsDefined() ? place_at(node.Mark()) : std::string(); }

}  // namespace parktwin::yaml
