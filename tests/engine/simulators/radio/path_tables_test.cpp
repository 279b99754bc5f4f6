#include "engine/simulators/radio/path_tables.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulators/radio/edge_batch.h"
#include "engine/simulators/radio/facade_reflection.h"
#include "engine/simulators/radio/knife_edge.h"
#include "engine/simulators/radio/site_geometry.h"
#include "engine/simulators/radio/vegetation.h"

namespace parktwin::radio {
namespace {

// ITU-R P.525-4 eq. 4: 20 lg f + 32.4 dB at 1 km with f in MHz, to its rounding.
TEST(PathTables, FreeSpace) {
  for (const double ghz : {0.7, 1.0, 3.5, 4.9, 28.0}) {
    const PathTables tables(gigahertz(ghz));
    EXPECT_NEAR(tables.wavelength_m, 0.299792458 / ghz, 1e-9);
    EXPECT_NEAR(tables.free_space_db + 20.0 * std::log10(1000.0), 20.0 * std::log10(1000.0 * ghz) + 32.4, 0.06);
    EXPECT_NEAR(tables.free_space_db, 20.0 * std::log10(4.0 * 3.14159265358979 / tables.wavelength_m), 1e-9);
  }
}

TEST(PathTables, EdgesAtTheirFrequency) {
  for (const double ghz : {0.7, 3.5, 28.0}) {
    const PathTables tables(gigahertz(ghz));
    ASSERT_EQ(tables.edge_db.size(), 32768U);
    EXPECT_EQ(tables.edge_db[0], 0.0F);
    for (std::uint16_t code = 1; code < 32767; code = static_cast<std::uint16_t>(code + 7)) {
      // ν grows with √f, the way in wavelengths.
      const double exact = knife_edge_loss_db(std::sqrt(ghz) * (code / 256.0 - 1.0));
      EXPECT_NEAR(static_cast<double>(tables.edge_db[code]), exact, 1e-5);
    }
    EXPECT_NEAR(static_cast<double>(tables.edge_db[parameter_code(0.0F)]), 6.03, 0.01);  // P.526: 6 dB where an edge grazes
  }
}

// What lies below the least parameter kept costs nothing from 0.7 GHz upwards.
TEST(PathTables, TheLeastParameterCostsNothing) {
  const PathTables tables(gigahertz(0.7));
  EXPECT_NEAR(static_cast<double>(tables.edge_db[parameter_code(least_parameter)]), 0.0, 0.02);
}

TEST(PathTables, VegetationByItsDepth) {
  for (const double ghz : {0.7, 3.5, 28.0}) {
    const PathTables tables(gigahertz(ghz));
    ASSERT_EQ(tables.vegetation_db.size(), 256U);
    EXPECT_EQ(tables.vegetation_db[0], 0.0F);
    for (std::size_t code = 0; code < 256; ++code) {
      const double depth_m = 0.5 * static_cast<double>(code);
      EXPECT_NEAR(static_cast<double>(tables.vegetation_db[code]), vegetation_loss_db(depth_m, gigahertz(ghz)), 1e-4);
    }
  }
}

TEST(PathTables, FacadesByTheCosineOfIncidence) {
  for (const double ghz : {0.7, 3.5, 28.0}) {
    const PathTables tables(gigahertz(ghz));
    ASSERT_EQ(tables.facade_db.size(), PathTables::wall_materials * PathTables::cosines);
    for (std::size_t material = 0; material < PathTables::wall_materials; ++material) {
      const float* const db = tables.facade_db.data() + material * PathTables::cosines;
      for (double cosine = 0.005; cosine <= 1.0; cosine += 0.005) {
        const double position = cosine * PathTables::cosine_steps;
        const auto slot = static_cast<std::size_t>(position);
        const double found = db[slot] + (position - static_cast<double>(slot)) * (db[slot + 1] - db[slot]);
        const double exact = -10.0 * std::log10(facade_reflection(static_cast<WallMaterial>(material), gigahertz(ghz), cosine));
        EXPECT_NEAR(found, exact, 0.02) << ghz << " " << material << " " << cosine;
      }
      EXPECT_EQ(db[PathTables::cosine_steps], db[PathTables::cosine_steps + 1]);  // padding
    }
  }
  // The tables' rows are the materials of the park.
  EXPECT_EQ(names_of(WallMaterial{}).size(), PathTables::wall_materials);
}

}  // namespace
}  // namespace parktwin::radio
