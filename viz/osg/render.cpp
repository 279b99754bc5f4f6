#include "viz/osg/render.h"

#include "engine/core/whole_file.h"
#include "viz/osg/still.h"

namespace parktwin::viz {

void render_png(const Scene& scene, const RenderOptions& options, const std::filesystem::path& file) {
  Still still(scene, options);
  write_whole(encode_png(still.draw()), file);
}

}  // namespace parktwin::viz
