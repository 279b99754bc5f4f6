#include "cli/picture_size.h"

namespace parktwin::cli {
namespace {

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string problem_of(const std::string& text, int largest, bool even) {
  const auto cross = text.find('x');
  if (cross == std::string::npos || !is_number(text.substr(0, cross)) || !is_number(text.substr(cross + 1)))
    return "expected WIDTHxHEIGHT, e.g. 1920x1080";
  const PictureSize size = picture_size(text);
  const std::string end = std::to_string(largest) + "x" + std::to_string(largest);
  if (size.width < 320 || size.height < 240 || size.width > largest || size.height > largest)
    return "expected a size from 320x240 to " + end;
  return even && (size.width % 2 != 0 || size.height % 2 != 0) ? "expected even numbers: films have no others" : "";
}

}  // namespace

PictureSize picture_size(const std::string& text) {
  const auto cross = text.find('x');
  return {std::stoi(text.substr(0, cross)), std::stoi(text.substr(cross + 1))};
}

CLI::Validator size_of_picture() {
  return CLI::Validator([](const std::string& text) { return problem_of(text, 8192, false); }, "WxH");
}

CLI::Validator size_of_film() {
  return CLI::Validator([](const std::string& text) { return problem_of(text, 4096, true); }, "WxH");
}

}  // namespace parktwin::cli
