#include <algorithm>
#include <map>
#include <set>

#include "panel/wide.h"

namespace zhibiao {

void learn_names(Panel& panel, WideOptions& options) {
  std::map<std::string, std::set<std::string>> names_of_id;
  for (const PanelFigure& figure : panel.figures()) {
    const Row row = panel.row(figure);
    const std::string& id = at(row, LongField::indicator_id);
    if (!id.empty()) names_of_id[id].insert(at(row, LongField::indicator));
  }
  for (ColumnSpec& column : options.columns) {
    const std::string name = column.names.front();
    for (const auto& [id, names] : names_of_id) {
      const bool known = std::find(column.names.begin(), column.names.end(), id) != column.names.end();
      if (names.contains(name) && !known) column.names.push_back(id);
    }
  }
  options.names_of = [names_of_id = std::move(names_of_id),
                      known = std::move(options.names_of)](const std::string& key) {
    std::vector<std::string> names = known ? known(key) : std::vector<std::string>();
    const auto found = names_of_id.find(key);
    if (found != names_of_id.end()) names.insert(names.end(), found->second.begin(), found->second.end());
    return names;
  };
}

}  // namespace zhibiao
