#include "importers/antenna/antenna_file.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "engine/core/errors.h"
#include "importers/antenna/msi.h"
#include "importers/antenna/radio_mobile.h"
#include "importers/antenna/text_lines.h"

namespace parktwin::importers {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_bytes = 1U << 20U;  // a pattern of 720 values has some 10 kB

std::string text_of_file(const fs::path& file) {
  const std::string name = file.string();
  std::error_code error;
  const auto status = fs::status(file, error);
  if (!fs::exists(status)) throw InputError(name, "", "no such file");
  if (fs::is_directory(status)) throw InputError(name, "", "found a folder, expected a file");
  if (!fs::is_regular_file(status)) throw InputError(name, "", "is not a regular file");
  if (const auto bytes = fs::file_size(file, error); !error && bytes > largest_bytes) {
    throw InputError(name, "", fmt::format("has {} bytes, expected a pattern of at most {}", bytes, largest_bytes));
  }
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw InputError(name, "", "cannot be opened");
  std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) throw InputError(name, "", "cannot be read");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (const auto at = first_control_byte(text); at != std::string::npos) {
    throw InputError(name, fmt::format("byte {}", at + 1), "is not text");
  }
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) throw InputError(name, "", "is empty");
  return text;
}

}  // namespace

MeasuredPattern read_antenna_file(const fs::path& file) {
  const std::string extension = upper_case(file.extension().string());
  const bool msi = extension == ".MSI" || extension == ".PLN";
  if (!msi && extension != ".ANT") {
    throw InputError(file.string(), "", fmt::format("has the extension \"{}\", expected .msi, .pln or .ant", file.extension().string()));
  }
  const std::string text = text_of_file(file);
  const auto lines = lines_of(text);
  Problems problems;
  MeasuredPattern pattern = msi ? parse_msi(lines, file.string(), problems) : parse_radio_mobile(lines, file.string(), problems);
  problems.throw_if_any();
  if (pattern.name.empty()) pattern.name = file.stem().string();
  return pattern;
}

}  // namespace parktwin::importers
