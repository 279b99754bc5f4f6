#include "importers/matpower/case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace parktwin::importers::matpower {
namespace {

constexpr std::size_t most_shown = 40;
constexpr std::size_t bus_columns = 13;
constexpr std::size_t generator_columns = 10;
constexpr std::size_t branch_columns = 11;
constexpr std::size_t cost_columns = 5;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

/// Inf and NaN as MATLAB writes them; a sign in front is allowed.
std::optional<double> number_of(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text == "Inf" || text == "inf") return negative ? -INFINITY : INFINITY;
  if (text.empty() || !((text.front() >= '0' && text.front() <= '9') || text.front() == '.')) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return negative ? -value : value;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& file, Problems& problems) : text_(text), file_(file), problems_(problems) {}

  std::optional<CaseFile> parse() {
    const auto before = problems_.list().size();
    while (problems_.list().size() < before + most_problems) {
      skip(true);
      if (at_ == text_.size()) break;
      if (!statement()) skip_line();
    }
    if (problems_.list().size() == before) check();
    if (problems_.list().size() > before) return std::nullopt;
    return std::move(case_);
  }

 private:
  static constexpr std::size_t most_problems = 50;

  void problem(std::size_t line, std::string message) { problems_.add(file_, fmt::format("line {}", line), std::move(message)); }

  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void advance() { line_ += text_[at_++] == '\n' ? 1 : 0; }

  /// Over blanks, comments and continuations; over ends of lines and semicolons as well between statements.
  void skip(bool lines) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool continued = text_.substr(at_, 3) == "...";
      if (c == '%' || c == '#' || continued) {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        if (continued && at_ < text_.size()) advance();
      } else if (c == ' ' || c == '\t' || c == '\r' || (lines && (c == '\n' || c == ';'))) {
        advance();
      } else {
        return;
      }
    }
  }
  void skip_line() {
    while (at_ < text_.size() && text_[at_] != '\n') advance();
  }

  std::string word() {
    const std::size_t begin = at_;
    while (is_letter(now())) advance();
    return std::string(text_.substr(begin, at_ - begin));
  }

  [[nodiscard]] std::string rest_of_line() const {
    auto rest = text_.substr(at_, text_.find('\n', at_) - at_);
    while (!rest.empty() && (rest.back() == '\r' || rest.back() == ' ')) rest.remove_suffix(1);
    return rest.size() > most_shown ? std::string(rest.substr(0, most_shown)) + "…" : std::string(rest);
  }

  bool refuse(std::size_t line, const std::string& what) {
    problem(line, fmt::format("found \"{}\", expected mpc.NAME = a number, text or table: nothing is computed here; MATPOWER's savecase "
                              "writes a case as numbers",
                              what));
    return false;
  }

  bool statement() {
    const std::size_t line = line_;
    const std::string whole = rest_of_line();
    const auto first = word();
    if (first == "function") {
      skip(false);
      const auto left = word();
      skip(false);
      if (left != "mpc" || now() != '=') return refuse(line, whole);
      advance();
      skip(false);
      case_.name = word();
      return true;
    }
    if (first == "end" || first == "return") return true;
    if (first != "mpc" || now() != '.') return refuse(line, whole);
    advance();
    const auto field = word();
    skip(false);
    if (now() != '=' || field.empty()) return refuse(line, whole);
    advance();
    skip(false);
    return assign(field, line, whole);
  }

  bool assign(const std::string& field, std::size_t line, const std::string& whole) {
    if (!seen_.insert(field).second) problem(line, fmt::format("{} stands twice", field));
    if (now() == '[') return matrix(field);
    if (now() == '{') return cells(field);
    if (now() == '\'') {
      const auto text = quoted();
      if (!text) return false;
      if (field == "version") version_ = *text;
      return ended(line, whole);
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ';' && text_[at_] != '\n' && text_[at_] != ' ' && text_[at_] != '%' && text_[at_] != '\r')
      advance();
    const auto value = number_of(text_.substr(begin, at_ - begin));
    if (!value) return refuse(line, whole);
    if (field == "baseMVA") case_.base_mva = *value;
    if (field != "baseMVA") case_.others.push_back(field);
    return ended(line, whole);
  }

  bool ended(std::size_t line, const std::string& whole) {
    skip(false);
    return at_ == text_.size() || now() == ';' || now() == '\n' ? true : refuse(line, whole);
  }

  std::optional<std::string> quoted() {
    const std::size_t line = line_;
    advance();
    std::string text;
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (text_[at_] == '\'' && text_.substr(at_, 2) == "''") {
        advance();
      } else if (text_[at_] == '\'') {
        advance();
        return text;
      }
      text += text_[at_];
      advance();
    }
    problem(line, "a text is not closed");
    return std::nullopt;
  }

  /// Texts in braces: names of buses; others are read over.
  bool cells(const std::string& field) {
    const std::size_t line = line_;
    advance();
    std::vector<std::string> texts;
    while (true) {
      skip(true);
      if (at_ == text_.size()) {
        problem(line, fmt::format("{} is not closed", field));
        return true;
      }
      if (now() == '}') {
        advance();
        break;
      }
      if (now() == '\'') {
        const auto text = quoted();
        if (!text) return false;
        texts.push_back(*text);
      } else {
        advance();
      }
    }
    if (field == "bus_name") case_.bus_names = std::move(texts);
    if (field != "bus_name") case_.others.push_back(field);
    return true;
  }

  bool matrix(const std::string& field) {
    const std::size_t line = line_;
    advance();
    std::vector<Row> rows;
    Row row;
    const auto finish = [&] {
      if (!row.values.empty()) rows.push_back(std::move(row));
      row = {};
    };
    while (true) {
      skip(false);
      const char c = now();
      if (at_ == text_.size()) {
        problem(line, fmt::format("the table {} is not closed", field));
        return true;
      }
      if (c == ']') {
        advance();
        break;
      }
      if (c == ';' || c == '\n') {
        finish();
        advance();
        continue;
      }
      if (c == ',') {
        advance();
        continue;
      }
      if (!cell(field, row)) return false;
    }
    finish();
    take(field, std::move(rows));
    return now() == '\'' || now() == '*' || now() == '/' || now() == '(' ? refuse(line_, field + " = […]" + rest_of_line()) : true;
  }

  bool cell(const std::string& field, Row& row) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" \t\r\n,;]%").find(text_[at_]) == std::string_view::npos) ++at_;
    const auto text = text_.substr(begin, at_ - begin);
    const auto value = number_of(text);
    if (row.values.empty()) row.line = line_;
    row.values.push_back(value.value_or(0.0));
    if (value) return true;
    problem(line_, fmt::format("{}, column {}: found \"{}\", expected a number; formulas are not computed", field, row.values.size(),
                               text.substr(0, most_shown)));
    return problems_.list().size() < most_problems;
  }

  void take(const std::string& field, std::vector<Row> rows) {
    const std::map<std::string, std::pair<std::vector<Row>*, std::size_t>> tables{{"bus", {&case_.buses, bus_columns}},
                                                                                  {"gen", {&case_.generators, generator_columns}},
                                                                                  {"branch", {&case_.branches, branch_columns}},
                                                                                  {"gencost", {&case_.costs, cost_columns}}};
    const auto known = tables.find(field);
    if (known == tables.end()) {
      case_.others.push_back(field);
      return;
    }
    for (const auto& row : rows) {
      if (row.values.size() < known->second.second) {
        problem(row.line, fmt::format("{}: found {} values, expected at least {}", field, row.values.size(), known->second.second));
      } else if (field != "gencost" && row.values.size() != rows.front().values.size()) {
        problem(row.line,
                fmt::format("{}: found {} values, expected {} as in the first row", field, row.values.size(), rows.front().values.size()));
      }
    }
    *known->second.first = std::move(rows);
  }

  void check() {
    if (version_ != "2") problems_.add(file_, "", fmt::format("version: found \"{}\", expected '2'", version_));
    if (!(case_.base_mva > 0.0) || !std::isfinite(case_.base_mva))
      problems_.add(file_, "", fmt::format("baseMVA: found {}, expected more than 0", case_.base_mva));
    for (const char* field : {"bus", "gen", "branch"}) {
      if (!seen_.contains(field)) problems_.add(file_, "", fmt::format("found no table {}", field));
    }
    std::set<double> numbers;
    for (const auto& row : case_.buses) {
      const double number = row.values[0];
      if (!(number > 0.0) || number > 1e9 || number != std::floor(number)) {
        problem(row.line, fmt::format("bus: found the number {}, expected a whole number from 1", number));
      } else if (!numbers.insert(number).second) {
        problem(row.line, fmt::format("bus: the number {} stands twice", number));
      }
      check_type(row);
    }
    check_ends(case_.generators, 1, "gen", numbers);
    check_ends(case_.branches, 2, "branch", numbers);
    if (case_.buses.empty() && seen_.contains("bus")) problems_.add(file_, "", "the table bus is empty");
    if (!case_.bus_names.empty() && case_.bus_names.size() != case_.buses.size())
      problems_.add(file_, "", fmt::format("bus_name: found {} names for {} buses", case_.bus_names.size(), case_.buses.size()));
  }

  void check_type(const Row& row) {
    const double type = row.values[1];
    if (type != 1.0 && type != 2.0 && type != 3.0 && type != 4.0)
      problem(row.line, fmt::format("bus: found the type {}, expected 1 (load), 2 (generator), 3 (reference) or 4 (isolated)", type));
    for (std::size_t i = 2; i < 10; ++i) {
      if (!std::isfinite(row.values[i]))
        problem(row.line, fmt::format("bus, column {}: found {}, expected a number", i + 1, row.values[i]));
    }
  }

  void check_ends(const std::vector<Row>& rows, std::size_t ends, const char* field, const std::set<double>& numbers) {
    const std::size_t finite = ends == 2 ? 5 : 3;  // impedances, or bus and powers
    for (const auto& row : rows) {
      for (std::size_t i = 0; i < ends; ++i) {
        if (!numbers.contains(row.values[i])) problem(row.line, fmt::format("{}: the bus {} is not there", field, row.values[i]));
      }
      for (std::size_t i = ends; i < finite; ++i) {
        if (!std::isfinite(row.values[i]))
          problem(row.line, fmt::format("{}, column {}: found {}, expected a number", field, i + 1, row.values[i]));
      }
    }
  }

  std::string_view text_;
  const std::string& file_;
  Problems& problems_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::string version_;
  std::set<std::string> seen_;
  CaseFile case_;
};

}  // namespace

std::optional<CaseFile> parse_case(std::string_view text, const std::string& file, Problems& problems) {
  return Parser(text, file, problems).parse();
}

}  // namespace parktwin::importers::matpower
