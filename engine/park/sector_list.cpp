#include "engine/park/sector_list.h"

#include <algorithm>

namespace parktwin {

SectorList parse_sectors(std::string_view text) {
  SectorList list;
  constexpr std::string_view blanks = " \t\r\n";
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos; at = text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (const auto sector = parse_enum<Sector>(word)) {
      list.sectors.push_back(*sector);
    } else {
      list.unknown.push_back(word);
    }
    at = end;
  }
  return list;
}

}  // namespace parktwin
