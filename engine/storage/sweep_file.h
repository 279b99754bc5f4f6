#pragma once
// What a sweep found, kept so that a killed one goes on where it was. While it runs every finished scenario is a line of `<file>.rows` that
// is on the disk before the next one is taken: a checksum and a JSON array; a line that was cut short is dropped. At the end, and whenever
// a stopped sweep is opened again, the lines become one HDF5 file, written beside its place and renamed:
//   attributes   name, sweep_text, identity
//   samples      [scenarios, factors], seeds [scenarios], finished [scenarios] 0 or 1, failures [scenarios], empty where there was none
//   values       [scenarios, outputs], NaN where there is none
//   factors, outputs    their names
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace parktwin::storage {

struct SweepHeader {
  std::string name;
  std::string text;      ///< the sweep as read
  std::string identity;  ///< hash of all that the rows depend on
  std::vector<std::string> factors;
  std::vector<std::string> outputs;
  std::vector<std::vector<double>> samples;  ///< per scenario, by factor
  std::vector<std::uint64_t> seeds;          ///< per scenario
};

struct SweepRow {
  std::size_t scenario = 0;
  std::vector<double> values;  ///< by output; empty when it failed
  std::string failure;
};

class SweepFile {
 public:
  /// Opens or begins it. Throws InputError when the file is none of this sweep, OutputError when it cannot be written.
  SweepFile(std::filesystem::path file, SweepHeader header);
  ~SweepFile();
  SweepFile(const SweepFile&) = delete;
  SweepFile& operator=(const SweepFile&) = delete;

  /// By scenario; those of earlier runs included.
  [[nodiscard]] const std::map<std::size_t, SweepRow>& rows() const { return rows_; }
  [[nodiscard]] const SweepHeader& header() const { return header_; }
  /// On the disk when it returns. Precondition: the scenario has no row yet.
  void append(const SweepRow& row);
  /// Makes the HDF5 file of all rows so far.
  void finish();

 private:
  void read_lines();
  void read_file();
  void take(SweepRow row);
  [[nodiscard]] std::vector<std::byte> image() const;

  std::filesystem::path file_;
  std::filesystem::path lines_;
  SweepHeader header_;
  std::map<std::size_t, SweepRow> rows_;
  int descriptor_ = -1;
};

}  // namespace parktwin::storage
