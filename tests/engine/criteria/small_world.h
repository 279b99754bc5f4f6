#pragma once
// Hand-made parks and results, small enough to count by eye. Radio maps are drawn with the north on top:
// '.' outside the park, 'o' outdoors and 'O' indoors with -90 dBm and 10 dB, 'x' and 'X' the same without any signal.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <ostream>
#include <string>
#include <vector>

#include "engine/criteria/measurement.h"
#include "engine/criteria/metrics.h"
#include "gtest/gtest.h"

namespace parktwin::criteria {

/// How a failed comparison prints it.
inline void PrintTo(const Text& text, std::ostream* out) { *out << '"' << text.en << "\" / \"" << text.zh << '"'; }

inline Polygon rectangle(double west, double south, double east, double north) {
  return {{{west, south}, {east, south}, {east, north}, {west, north}}, {}};
}

inline MultiPolygon area_of(double west, double south, double east, double north) { return {{rectangle(west, south, east, north)}}; }

inline radio::Result radio_map(const std::vector<std::string>& north_first, double cell_size = 2.0) {
  GridFrame frame;
  frame.cell_size = cell_size;
  frame.rows = static_cast<std::int32_t>(north_first.size());
  frame.columns = static_cast<std::int32_t>(north_first.front().size());
  const float nothing = std::numeric_limits<float>::quiet_NaN();
  radio::Result result;
  result.place = Grid<std::uint8_t>(frame);
  result.rsrp_dbm = Grid<float>(frame, nothing);
  result.sinr_db = Grid<float>(frame, nothing);
  result.shadowing_deviation_db = Grid<float>(frame, 4.0F);
  result.throughput_down_mbit_s = Grid<float>(frame);
  result.throughput_up_mbit_s = Grid<float>(frame);
  for (std::int32_t row = 0; row < frame.rows; ++row) {
    for (std::int32_t column = 0; column < frame.columns; ++column) {
      const char mark = north_first[static_cast<std::size_t>(frame.rows - 1 - row)][static_cast<std::size_t>(column)];
      const auto place = mark == '.' ? radio::Place::outside : mark == 'o' || mark == 'x' ? radio::Place::outdoor : radio::Place::indoor;
      result.place.at(column, row) = static_cast<std::uint8_t>(place);
      if (mark != 'o' && mark != 'O') continue;
      result.rsrp_dbm.at(column, row) = -90.0F;
      result.sinr_db.at(column, row) = 10.0F;
      result.throughput_down_mbit_s.at(column, row) = 400.0F;
      result.throughput_up_mbit_s.at(column, row) = 50.0F;
    }
  }
  return result;
}

struct SmallWorld {
  Results results;
  Park park;

  [[nodiscard]] Facts facts() const { return {results, park}; }

  [[nodiscard]] Measurement measure(const std::string& metric, const Rule& rule = {}) const {
    const Metric* found = find_metric(metric);
    EXPECT_NE(found, nullptr) << metric;
    return found == nullptr ? Measurement{} : found->measure(facts(), rule);
  }
};

template <class Record>
Part<Table<Record>> part_of(std::vector<Record> records) {
  return Part<Table<Record>>(Table<Record>(std::move(records)));
}

inline Enterprise enterprise(const std::string& id, const std::string& name, double floor_area, std::int32_t employees = 0) {
  Enterprise made;
  made.id = id;
  made.name = name;
  made.floor_area = SquareMetres(floor_area);
  made.employees = employees;
  return made;
}

inline Zone zone(const std::string& id, ZoneKind kind, bool is_public, MultiPolygon shape) {
  Zone made;
  made.id = id;
  made.name = "Zone " + id;
  made.kind = kind;
  made.is_public = is_public;
  made.shape = std::move(shape);
  return made;
}

inline Building building(const std::string& id, Polygon footprint, Id<Enterprise> owner = {}, bool is_public = false) {
  Building made;
  made.id = id;
  made.name = "Building " + id;
  made.enterprise = owner;
  made.is_public = is_public;
  made.footprint = std::move(footprint);
  return made;
}

inline Parcel parcel(const std::string& id, MultiPolygon shape, Id<Enterprise> owner = {}) {
  Parcel made;
  made.id = id;
  made.enterprise = owner;
  made.shape = std::move(shape);
  return made;
}

inline NetworkNode node(const std::string& id, NodeKind kind, Point position = {}) {
  NetworkNode made;
  made.id = id;
  made.name = "Node " + id;
  made.kind = kind;
  made.position = position;
  return made;
}

/// A file that is gone after the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& text) {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() /
              ("parktwin-criteria-" + std::to_string(getpid()) + "-" + test->test_suite_name() + "-" + test->name());
    std::filesystem::create_directories(folder_);
    std::ofstream(path()) << text;
  }
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "pack.yaml"; }

 private:
  std::filesystem::path folder_;
};

}  // namespace parktwin::criteria
