#include "engine/storage/results_file.h"

#include "engine/storage/column_writer.h"
#include "engine/storage/hdf5_image.h"
#include "engine/storage/part_hashes.h"

namespace parktwin::storage {
namespace {

RunHeader header_of(const SavedRun& run) {
  return {run.version,
          run.scenario_name,
          run.scenario_text,
          run.criteria,
          run.assessed_on,
          run.seed,
          run.peak_memory_mib,
          content_hash_of(run.park).hex(),
          results_hash(run.results).hex()};
}

}  // namespace

std::vector<std::byte> results_file(const SavedRun& run) {
  const hdf5::Session session;
  const hdf5::Handle file = hdf5::create_file_in_memory();
  const hdf5::Handle root(H5Gopen2(file.get(), "/", H5P_DEFAULT), "cannot open the root group");
  hdf5::write_attribute(root.get(), "Conventions", std::string("CF-1.8"));
  hdf5::write_attribute(root.get(), "format", std::string("parktwin run"));
  hdf5::write_attribute(root.get(), "format_version", format_version);
  describe([&root](const Field& field, const auto& value) { hdf5::write_attribute(root.get(), std::string(field.name), value); },
           static_cast<const RunHeader&>(header_of(run)));
  ColumnWriter writer(run.park);
  writer.write_value(root.get(), Field{park_group, "", "the park as simulated"}, run.park);
  writer.write_value(root.get(), Field{"results", "", "what the simulators found"}, run.results);
  writer.write_value(root.get(), Field{"files", "", "files that went into the run"}, run.files);
  writer.write_value(root.get(), Field{"views", "", "views that a tour shows"}, run.views);
  writer.write_value(root.get(), Field{"timings", "", "wall-clock time per stage"}, run.timings);
  writer.write_value(root.get(), Field{"part_hashes", "", "content hash of each part of park and results"},
                     part_hashes(run.park, run.results));
  writer.finish();
  return hdf5::image_of(file);
}

}  // namespace parktwin::storage
