#pragma once
// Writes OpenStreetMap's .osm.pbf (wiki.openstreetmap.org, "PBF Format"): dense nodes and ways in blocks of 8,000, packed with zlib
// unless they repeat themselves too much.
#include <cpl_conv.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parktwin::importers::testing {

class PbfWriter {
 public:
  using Tags = std::vector<std::pair<std::string, std::string>>;

  explicit PbfWriter(const std::filesystem::path& file) : out_(file, std::ios::binary) {
    write_blob("OSMHeader", bytes(4, "OsmSchema-V0.6") + bytes(4, "DenseNodes"));
  }
  ~PbfWriter() { flush(); }
  PbfWriter(const PbfWriter&) = delete;
  PbfWriter& operator=(const PbfWriter&) = delete;

  /// All nodes before all ways.
  void node(std::int64_t id, double latitude, double longitude, const Tags& tags = {}) {
    const auto lat = std::llround(latitude * 1e7);
    const auto lon = std::llround(longitude * 1e7);
    ids_ += zigzag(id - last_.id);
    lats_ += zigzag(lat - last_.lat);
    lons_ += zigzag(lon - last_.lon);
    last_ = {id, lat, lon};
    for (const auto& [key, value] : tags) keys_values_ += varint(string_of(key)) + varint(string_of(value));
    keys_values_ += varint(0);
    if (++count_ == block) flush();
  }
  void way(std::int64_t id, const std::vector<std::int64_t>& refs, const Tags& tags) {
    if (!ids_.empty()) flush();
    std::string keys, values, places;
    for (const auto& [key, value] : tags) {
      keys += varint(string_of(key));
      values += varint(string_of(value));
    }
    for (std::size_t i = 0; i < refs.size(); ++i) places += zigzag(refs[i] - (i == 0 ? 0 : refs[i - 1]));
    ways_ += bytes(3, varint(1U << 3U) + varint(static_cast<std::uint64_t>(id)) + bytes(2, keys) + bytes(3, values) + bytes(8, places));
    if (++count_ == block) flush();
  }
  void flush() {
    if (count_ == 0) return;
    std::string group = ways_;
    if (!ids_.empty()) group = bytes(2, bytes(1, ids_) + bytes(8, lats_) + bytes(9, lons_) + bytes(10, keys_values_));
    std::string table = bytes(1, "");
    for (const auto& text : strings_) table += bytes(1, text);
    write_blob("OSMData", bytes(1, table) + bytes(2, group));
    for (auto* text : {&ids_, &lats_, &lons_, &keys_values_, &ways_}) text->clear();
    strings_.clear();
    numbers_.clear();
    last_ = {};
    count_ = 0;
  }

 private:
  static constexpr std::size_t block = 8000;
  struct Last {
    std::int64_t id = 0, lat = 0, lon = 0;
  };

  static std::string varint(std::uint64_t value) {
    std::string text;
    for (; value >= 128; value >>= 7U) text += static_cast<char>(value | 128U);
    return text + static_cast<char>(value);
  }
  static std::string zigzag(std::int64_t value) {
    return varint((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63));
  }
  static std::string bytes(unsigned field, const std::string& text) { return varint(field << 3U | 2U) + varint(text.size()) + text; }
  std::uint64_t string_of(const std::string& text) {
    const auto [found, is_new] = numbers_.try_emplace(text, strings_.size() + 1);
    if (is_new) strings_.push_back(text);
    return found->second;
  }
  void write_blob(const std::string& type, const std::string& content) {
    std::string packed(content.size() + content.size() / 100 + 100, '\0');
    std::size_t size = 0;
    if (CPLZLibDeflate(content.data(), content.size(), -1, packed.data(), packed.size(), &size) == nullptr) return;
    packed.resize(size);
    const std::string raw_size = varint(2U << 3U) + varint(content.size());
    const bool repetitive = content.size() > 50 * packed.size();  // GDAL takes more than 100 times for a bomb
    const std::string blob = repetitive ? bytes(1, content) : raw_size + bytes(3, packed);
    const std::string head = bytes(1, type) + varint(3U << 3U) + varint(blob.size());
    for (int shift = 24; shift >= 0; shift -= 8) out_.put(static_cast<char>(head.size() >> static_cast<unsigned>(shift)));
    out_ << head << blob;
  }

  std::ofstream out_;
  std::string ids_, lats_, lons_, keys_values_, ways_;
  std::vector<std::string> strings_;
  std::unordered_map<std::string, std::uint64_t> numbers_;
  Last last_;
  std::size_t count_ = 0;
};

}  // namespace parktwin::importers::testing
