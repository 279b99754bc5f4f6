#include "importers/antenna/msi.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <map>
#include <utility>

#include "importers/antenna/cut_rows.h"

namespace parktwin::importers {
namespace {

constexpr double dipole_gain_dbi = 2.15;  // half-wave dipole over isotropic, ITU-R BS.561-2

constexpr double lowest_gain_dbi = -10.0;
constexpr double highest_gain_dbi = 60.0;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool begins_with_letter(std::string_view word) { return std::isalpha(static_cast<unsigned char>(word.front())) != 0; }

class MsiReading {
 public:
  MsiReading(const std::vector<TextLine>& lines, const std::string& file, Problems& problems)
      : lines_(lines), file_(file), problems_(problems) {}

  MeasuredPattern read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) read_line(lines_[i], i == 0);
    finish_section();
    for (const char* section : {"HORIZONTAL", "VERTICAL"}) {
      if (!seen_.contains(section)) problems_.add(file_, "", fmt::format("has no section {}", section));
    }
    if (!seen_.contains("GAIN")) problems_.add(file_, "", "has no GAIN");
    return std::move(pattern_);
  }

 private:
  void report(const TextLine& line, std::string message) { problems_.add(file_, place_of(line), std::move(message)); }

  void read_line(const TextLine& line, bool first) {
    const auto words = words_of(line.text);
    if (words.empty()) return report(line, fmt::format("found {}, expected a keyword or a row", shown_text(line.text)));
    const std::string keyword = upper_case(words[0]);
    const bool known = is_one_of(
        keyword, {"NAME", "MAKE", "FREQUENCY", "GAIN", "TILT", "ELECTRICAL_TILT", "FRONT_TO_BACK", "COMMENT", "HORIZONTAL", "VERTICAL"});
    if (first && !known) {
      pattern_.name = std::string(line.text);
    } else if (known) {
      read_keyword(line, keyword, words);
    } else if (rows_ && (!begins_with_letter(words[0]) || rows_->rows() < announced_)) {
      rows_->add(line);
    } else if (!begins_with_letter(words[0])) {
      if (!astray_) report(line, fmt::format("found {} outside HORIZONTAL and VERTICAL", shown_text(line.text)));
      astray_ = true;  // of rows below a misspelt keyword the first one is reported
    } else {
      finish_section();
    }
  }

  void read_keyword(const TextLine& line, const std::string& keyword, const std::vector<std::string_view>& words) {
    finish_section();
    if (keyword != "COMMENT" && !seen_.emplace(keyword, line.number).second) {
      report(line, fmt::format("gives {} again, first on line {}", keyword, seen_.at(keyword)));
    }
    const std::string value = std::string(line.text.substr(static_cast<std::size_t>(words[0].data() - line.text.data()) + words[0].size()));
    if (keyword == "NAME") {
      if (words.size() > 1) pattern_.name = value.substr(value.find_first_not_of(" \t"));
    } else if (keyword == "GAIN") {
      read_gain(line, words);
    } else if (keyword == "FREQUENCY") {
      read_frequency(line, words);
    } else if (keyword == "ELECTRICAL_TILT" || keyword == "TILT") {
      read_tilt(keyword, words);
    } else if (keyword == "FRONT_TO_BACK") {
      if (const auto number = words.size() > 1 ? number_of(words[1]) : std::nullopt) pattern_.front_to_back = Decibel(*number);
    } else if (keyword == "HORIZONTAL" || keyword == "VERTICAL") {
      begin_section(line, keyword, words);
    }
  }

  void read_gain(const TextLine& line, const std::vector<std::string_view>& words) {
    std::string_view rest;
    double gain_dbi = std::numeric_limits<double>::quiet_NaN();
    if (words.size() > 1) gain_dbi = leading_number(words[1], rest).value_or(gain_dbi);
    const std::string unit = upper_case(!rest.empty() || words.size() < 3 ? rest : words[2]);
    const bool over_dipole = is_one_of(unit, {"", "DBD", "(DBD)"});
    if (std::isnan(gain_dbi) || (!over_dipole && !is_one_of(unit, {"DBI", "(DBI)"}))) {
      return report(line, fmt::format("found {}, expected GAIN and a number in dBd or dBi", shown_text(line.text)));
    }
    if (over_dipole) gain_dbi += dipole_gain_dbi;
    if (gain_dbi < lowest_gain_dbi || gain_dbi > highest_gain_dbi) {
      return report(line, fmt::format("found a gain of {} dBi, expected {} to {}", gain_dbi, lowest_gain_dbi, highest_gain_dbi));
    }
    pattern_.gain = Decibel(gain_dbi);
  }

  // One frequency or a band, as "2655", "2.6 GHz", "1710-2170" or "1710 2170 MHz".
  void read_frequency(const TextLine& line, const std::vector<std::string_view>& words) {
    double sum = 0.0;
    std::size_t count = 0;
    std::string unit;
    bool sound = words.size() > 1;
    for (std::size_t i = 1; i < words.size(); ++i) {
      std::string_view rest = words[i];
      while (!rest.empty() && !begins_with_letter(rest) && sound) {
        if (count > 0 && rest.front() == '-') rest.remove_prefix(1);
        if (rest.empty()) break;
        const auto number = leading_number(rest, rest);
        sound = number && *number > 0.0;
        sum += number.value_or(0.0);
        ++count;
      }
      unit += upper_case(rest);
    }
    const std::map<std::string, double> hertz{{"", 1e6}, {"MHZ", 1e6}, {"GHZ", 1e9}, {"KHZ", 1e3}, {"HZ", 1.0}};
    const auto scale = hertz.find(unit);
    if (!sound || count < 1 || count > 2 || scale == hertz.end()) {
      return report(line,
                    fmt::format("found {}, expected FREQUENCY and one number or a band, in MHz or with its unit", shown_text(line.text)));
    }
    pattern_.frequency = Hertz(sum / static_cast<double>(count) * scale->second);
  }

  // ELECTRICAL_TILT 6, TILT 6, TILT ELECTRICAL 6; the first of these keywords that gives a number counts.
  void read_tilt(const std::string& keyword, const std::vector<std::string_view>& words) {
    const bool electrical = words.size() > 2 && upper_case(words[1]) == "ELECTRICAL";
    const auto number = words.size() > 1 ? number_of(words[electrical ? 2 : 1]) : std::nullopt;
    if (number && (keyword == "ELECTRICAL_TILT" || !pattern_.electrical_downtilt)) pattern_.electrical_downtilt = Degrees(*number);
  }

  void begin_section(const TextLine& line, const std::string& keyword, const std::vector<std::string_view>& words) {
    const auto count = words.size() == 2 ? number_of(words[1]) : std::nullopt;
    const bool fits = count && *count >= 1.0 && *count <= static_cast<double>(cut_values) && *count == std::floor(*count);
    if (!fits)
      report(line, fmt::format("found {}, expected {} and the number of its rows, {}", shown_text(line.text), keyword, cut_values));
    announced_ = fits ? static_cast<std::size_t>(*count) : 0;
    section_line_ = line;
    section_ = keyword;
    rows_.emplace(keyword, file_, problems_);
  }

  void finish_section() {
    astray_ = false;
    if (!rows_) return;
    if (announced_ > 0 && rows_->rows() != announced_) {
      report(section_line_, fmt::format("announces {} rows of {}, but {} follow", announced_, section_, rows_->rows()));
    }
    (section_ == "HORIZONTAL" ? pattern_.horizontal_db : pattern_.vertical_db) = rows_->finish();
    rows_.reset();
  }

  const std::vector<TextLine>& lines_;
  const std::string& file_;
  Problems& problems_;
  MeasuredPattern pattern_;
  std::map<std::string, std::size_t> seen_;  // keyword -> its first line
  std::optional<CutRows> rows_;              // of the section being read
  std::size_t announced_ = 0;
  bool astray_ = false;  // in rows outside sections
  std::string section_;
  TextLine section_line_;
};

}  // namespace

MeasuredPattern parse_msi(const std::vector<TextLine>& lines, const std::string& file, Problems& problems) {
  return MsiReading(lines, file, problems).read();
}

}  // namespace parktwin::importers
