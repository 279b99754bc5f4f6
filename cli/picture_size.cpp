#include "cli/picture_size.h"

namespace parktwin::cli {
namespace {

bool is_number(const std::string& text) {
  return !text.empty() && text.size() <= 4 && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string text_of(const PictureSize& size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

struct Bounds {
  PictureSize smallest{320, 240};
  int largest = 8192;
  bool even = false;
};

std::string problem_of(const std::string& text, const Bounds& bounds) {
  const auto cross = text.find('x');
  if (cross == std::string::npos || !is_number(text.substr(0, cross)) || !is_number(text.substr(cross + 1)))
    return "expected WIDTHxHEIGHT, e.g. 1920x1080";
  const PictureSize size = picture_size(text);
  const auto [smallest, largest, even] = bounds;
  if (size.width < smallest.width || size.height < smallest.height || size.width > largest || size.height > largest)
    return "expected a size from " + text_of(smallest) + " to " + text_of({largest, largest});
  return even && (size.width % 2 != 0 || size.height % 2 != 0) ? "expected even numbers: films have no others" : "";
}

}  // namespace

PictureSize picture_size(const std::string& text) {
  const auto cross = text.find('x');
  return {std::stoi(text.substr(0, cross)), std::stoi(text.substr(cross + 1))};
}

CLI::Validator size_of_picture() {
  return CLI::Validator([](const std::string& text) { return problem_of(text, {}); }, "WxH");
}

CLI::Validator size_of_film() {
  return CLI::Validator([](const std::string& text) { return problem_of(text, {.largest = 4096, .even = true}); }, "WxH");
}

CLI::Validator size_of_window() {
  return CLI::Validator([](const std::string& text) { return problem_of(text, {.smallest = {640, 400}}); }, "WxH");
}

}  // namespace parktwin::cli
