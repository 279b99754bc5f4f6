#pragma once
// A sweep over two fields of a small scenario, in a folder that goes with it.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "engine/sweep/sweep.h"
#include "importers/synthetic/synthetic.h"

namespace parktwin::sweep::testing {

class SmallSweep {
 public:
  explicit SmallSweep(const std::string& name, const std::string& sweep_text)
      : folder_(std::filesystem::temp_directory_path() / ("parktwin-sweep-" + name + "-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "base.yaml") << "name: base\npark: park\nassessed_on: 2026-11-22\noptions:\n  radio: {resolution_m: 25}\n"
                                            "  cloud: {adoption: {replicas: 10, horizon_months: 12}}\n"
                                            "  services: {pooling: {replicas: 2, years: 0.1, warm_up_years: 0}}\n";
    std::ofstream(folder_ / "sweep.yaml") << "name: small\nscenario: base.yaml\n" << sweep_text;
    read = read_sweep(folder_ / "sweep.yaml");
    Park park = importers::generate_park({.enterprises = 3, .area_km2 = 0.5, .seed = 5});
    park.weather = {};  // a year of sun takes longest of so small a park
    subject = {read.scenario,
               std::move(park),
               criteria::read_pack(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml"),
               {},
               "2026-11-22"};
  }
  ~SmallSweep() { std::filesystem::remove_all(folder_); }
  SmallSweep(const SmallSweep&) = delete;
  SmallSweep& operator=(const SmallSweep&) = delete;

  [[nodiscard]] std::filesystem::path path(const std::string& name) const { return folder_ / name; }

  ReadPlan read;
  Subject subject;

 private:
  std::filesystem::path folder_;
};

}  // namespace parktwin::sweep::testing
