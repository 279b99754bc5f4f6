#include "engine/storage/results_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/storage/hdf5_objects.h"
#include "tests/engine/storage/random_run.h"
#include "tests/engine/storage/scratch_folder.h"

namespace parktwin::storage {
namespace {

std::filesystem::path write_results(const testing::ScratchFolder& scratch, const SavedRun& run) {
  const auto bytes = results_file(run);
  const auto file = scratch.path() / "results.h5";
  testing::write_file(file, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  return file;
}

/// Adds "<path> <unit>" of every field with a unit.
template <class Record>
void collect_units(const Record& record, const std::string& path, std::vector<std::pair<std::string, std::string>>& found) {
  describe(
      [&]<class M>(const Field& field, const M& member) {
        const std::string place = path + "/" + std::string(field.name);
        if (!field.unit.empty()) found.emplace_back(place, std::string(field.unit));
        if constexpr (ParkPart<M>) {
          using Content = typename M::Content;
          if constexpr (RecordTable<Content>) {
            collect_units(typename Content::Record{}, place, found);
          } else {
            collect_units(*member, place, found);
          }
        } else if constexpr (Vector<M>) {
          if constexpr (Described<typename M::value_type>) collect_units(typename M::value_type{}, place, found);
        } else if constexpr (Described<M>) {
          collect_units(member, place, found);
        }
      },
      record);
}

TEST(ResultsFile, EveryFieldWithAUnitHasItAsAnAttribute) {
  const testing::ScratchFolder scratch("units");
  const SavedRun run = testing::random_run(1);
  const auto file = write_results(scratch, run);
  std::vector<std::pair<std::string, std::string>> expected;
  collect_units(run.park, "/park", expected);
  collect_units(run.results, "/results", expected);
  EXPECT_GT(expected.size(), 60U);
  const hdf5::Session session;
  const hdf5::Handle handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "file");
  for (const auto& [path, unit] : expected) {
    const hdf5::Handle object(H5Oopen(handle.get(), path.c_str(), H5P_DEFAULT), path);
    EXPECT_EQ(hdf5::read_text_attribute(object.get(), "units"), unit) << path;
  }
}

TEST(ResultsFile, SameRunSameBytes) {
  const SavedRun run = testing::random_run(2);
  EXPECT_EQ(results_file(run), results_file(run));
}

TEST(ResultsFile, H5dumpReadsStructureAndAttributes) {
  const testing::ScratchFolder scratch("h5dump");
  const auto file = write_results(scratch, testing::random_run(3));
  const std::string header = testing::output_of("h5dump -H '" + file.string() + "' 2>&1");
  for (const char* expected :
       {"GROUP \"radio\"", "DATASET \"rsrp_dbm\"", "DATASET \"height_m\"", "ATTRIBUTE \"DIMENSION_LIST\"", "GROUP \"timings\""}) {
    EXPECT_NE(header.find(expected), std::string::npos) << expected;
  }
  EXPECT_EQ(header.find("h5dump error"), std::string::npos);
}

TEST(ResultsFile, H5pyReadsMapsTablesTextsAndScales) {
  const testing::ScratchFolder scratch("h5py");
  const SavedRun run = testing::random_run(4);
  const auto file = write_results(scratch, run);
  testing::write_file(
      scratch.path() / "read.py",
      "import h5py, json, numpy, sys\n"
      "f = h5py.File(sys.argv[1], 'r')\n"
      "d = f['results/radio/rsrp_dbm']\n"
      "json.dump({'shape': d.shape, 'sum': float(numpy.nansum(d[:].astype('f8'))), 'units': d.attrs['units'],\n"
      "  'scales': [d.dims[0].keys()[0], d.dims[1].keys()[0]], 'x0': float(d.dims[1][0][0]), 'y0': float(d.dims[0][0][0]),\n"
      "  'ids': list(f['park/buildings/id'].asstr()[:]), 'scenario': f.attrs['scenario_name'], 'seed': str(f.attrs['seed']),\n"
      "  'stages': list(f['timings/stage'].asstr()[:])}, sys.stdout)\n");
  const std::string found = testing::output_of("/usr/bin/python3 '" + (scratch.path() / "read.py").string() + "' '" + file.string() + "'");
  const auto& grid = run.results.radio.rsrp_dbm;
  double sum = 0.0;
  for (const float value : grid.values) sum += std::isnan(value) ? 0.0 : static_cast<double>(value);
  const auto json = nlohmann::json::parse(found);
  EXPECT_EQ(json.at("shape").at(0), grid.frame.rows);
  EXPECT_EQ(json.at("shape").at(1), grid.frame.columns);
  EXPECT_NEAR(json.at("sum").get<double>(), sum, 1e-6 * std::abs(sum));
  EXPECT_EQ(json.at("units"), "dBm");
  EXPECT_EQ(json.at("scales").at(0), "y");
  EXPECT_EQ(json.at("scales").at(1), "x");
  EXPECT_EQ(json.at("x0").get<double>(), run.park.site->origin_easting.value() + grid.frame.centre(0, 0).x);
  EXPECT_EQ(json.at("y0").get<double>(), run.park.site->origin_northing.value() + grid.frame.centre(0, 0).y);
  EXPECT_EQ(json.at("ids").at(6), "buildings-6");
  EXPECT_EQ(json.at("scenario"), "random 随机");
  EXPECT_EQ(json.at("seed"), "18446744073709551557");
  EXPECT_EQ(json.at("stages").at(1), "wired network");
}

/// A run whose map lies in Suzhou, in CGCS2000 / 3-degree Gauss-Kruger CM 120E.
SavedRun run_in_suzhou() {
  SavedRun run = testing::random_run(5);
  Site site = *run.park.site;
  site.crs = "EPSG:4549";
  site.crs_wkt = testing::output_of("gdalsrsinfo -o wkt2_2019 --single-line EPSG:4549");
  site.origin_easting = Metres(545000.0);
  site.origin_northing = Metres(3465000.0);
  run.park.site = Part(site);
  return run;
}

TEST(ResultsFile, GdalOpensTheMapAtItsPlaceOnEarth) {
  const testing::ScratchFolder scratch("gdal");
  const SavedRun run = run_in_suzhou();
  const auto file = write_results(scratch, run);
  const std::string source = "'NETCDF:\"" + file.string() + "\":/results/radio/rsrp_dbm'";
  const auto description = nlohmann::json::parse(testing::output_of("gdalinfo -json " + source));
  const GridFrame frame = run.results.radio.rsrp_dbm.frame;  // from (-400, -250), 37 × 21 cells of 2 m
  EXPECT_EQ(description.at("size"), (std::vector<int>{frame.columns, frame.rows}));
  EXPECT_EQ(description.at("geoTransform"), (std::vector<double>{544600.0, 2.0, 0.0, 3464792.0, 0.0, -2.0}));
  const std::string crs = description.at("coordinateSystem").at("wkt");
  EXPECT_NE(crs.find("CGCS2000 / 3-degree Gauss-Kruger CM 120E"), std::string::npos) << crs;
  EXPECT_NE(crs.find("ID[\"EPSG\",4549]"), std::string::npos) << crs;
  const auto ring = description.at("wgs84Extent").at("coordinates").at(0).at(0);
  EXPECT_NEAR(ring.at(0).get<double>(), 120.468, 0.002);
  EXPECT_NEAR(ring.at(1).get<double>(), 31.304, 0.002);
  EXPECT_EQ(description.at("bands").at(0).at("unit"), "dBm");
  for (const auto& [column, row] : {std::pair{0, 0}, std::pair{36, 20}, std::pair{5, 17}}) {
    const Point centre = frame.centre(column, row);
    const std::string value = testing::output_of("gdallocationinfo -valonly -geoloc " + source + " " + std::to_string(545000.0 + centre.x) +
                                                 " " + std::to_string(3465000.0 + centre.y));
    const float expected = run.results.radio.rsrp_dbm.at(column, row);
    if (std::isnan(expected)) {
      EXPECT_NE(value.find("nan"), std::string::npos);
    } else {
      EXPECT_NEAR(std::stod(value), static_cast<double>(expected), 1e-4) << column << ", " << row;
    }
  }
}

TEST(ResultsFile, GdalOpensEveryOtherMapToo) {
  const testing::ScratchFolder scratch("maps");
  const auto file = write_results(scratch, run_in_suzhou());
  for (const char* map : {"/results/radio/sinr_db", "/results/radio/best_server", "/results/radio/place", "/park/terrain/elevation_m"}) {
    const auto description = nlohmann::json::parse(testing::output_of("gdalinfo -json 'NETCDF:\"" + file.string() + "\":" + map + "'"));
    EXPECT_TRUE(description.contains("geoTransform")) << map;
    EXPECT_EQ(description.at("bands").size(), 1U) << map;
    EXPECT_EQ(description.at("coordinateSystem").at("wkt").get<std::string>().substr(0, 7), "PROJCRS") << map;
  }
}

}  // namespace
}  // namespace parktwin::storage
