#include "resolve/packs.hpp"

#include "base/nearest.hpp"

#include <utility>

namespace leps::inline resolving {
namespace {

class PackDeclarer {
 public:
  PackDeclarer(Resolved& resolved, DiagnosticBag& bag) : resolved_(resolved), bag_(bag) {}

  PackIds run(const std::vector<const ast::File*>& files) {
    for (const ast::File* file : files) pack_of(*file);
    join_packs();
    return std::move(packs_);
  }

 private:
  // A slip in one file's head would make a second pack in silence.
  void report_slip(const ast::Identifier& name) {
    for (const Resolved::Pack& other : resolved_.packs) {
      if (!one_slip_apart(other.name, name.text)) continue;
      bag_.report(Code::pack_name_slip, name.span, {name.text, other.name})
          .label(other.span, Text("l'altro è qui", "the other is here"))
          .hint(Text("i file di un pacchetto ne scrivono il nome allo stesso modo; due pacchetti "
                     "diversi hanno nomi che non si possono scambiare",
                     "the files of a package all spell its name the same way; two different "
                     "packages have names that cannot be mistaken"))
          .mend({name.span, other.name});
    }
  }

  void pack_of(const ast::File& file) {
    const auto [known, added] = packs_.emplace(file.package.text, PackId{});
    if (file.extends) extensions_.push_back({&file, &*file.extends});
    if (added) {
      known->second = resolved_.packs.add(
          {file.package.text, file.version.text, file.package.span, {}, file.draft});
      versions_.emplace(file.package.text, file.version.span);
      report_slip(file.package);
      return;
    }
    Resolved::Pack& pack = resolved_.packs[known->second];
    pack.draft = pack.draft || file.draft;  // a file that forgot to say so overrules none that did
    if (pack.version != file.version.text) {
      bag_.report(Code::pack_two_versions, file.version.span,
                  {pack.name, pack.version, file.version.text})
          .label(versions_.at(pack.name), Text("la prima è qui", "the first is here"))
          .hint(Text("i file di un pacchetto dicono tutti la stessa versione; per usarne un'altra, "
                     "leggi solo i suoi file",
                     "the files of a package all say the same version; to use another, read only "
                     "its files"));
    }
  }

  // Every `estende` names a pack that was read, in the version that was read.
  void join_packs() {
    for (const auto& [file, extends] : extensions_) {
      const PackId own = packs_.find(file->package.text)->second;
      const auto base = packs_.find(extends->package.text);
      if (base == packs_.end()) {
        report_unknown_pack(*extends);
        continue;
      }
      const Resolved::Pack& pack = resolved_.packs[base->second];
      if (pack.version != extends->version.text) {
        bag_.report(Code::layer_other_version, extends->version.span,
                    {pack.name, extends->version.text, pack.version})
            .label(pack.span, Text("il pacchetto è qui", "the package is here"))
            .hint(Text("controlla che cosa è cambiato, poi scrivi la versione che hai letto",
                       "check what has changed, then write the version that you have read"))
            .mend({extends->version.span, '"' + pack.version + '"'});
      }
      resolved_.packs[own].extends = base->second;
    }
    for (const auto& [file, extends] : extensions_) {
      const PackId own = packs_.find(file->package.text)->second;
      if (!stands_on(resolved_, own, own)) continue;
      bag_.report(Code::layer_circle, extends->package.span, {file->package.text});
      resolved_.packs[own].extends.reset();
    }
  }

  void report_unknown_pack(const ast::File::Extends& extends) {
    Diagnostic& unknown = bag_.report(Code::layer_unknown_pack, extends.package.span,
                                      {extends.package.text, extends.version.text});
    std::vector<std::string> names;
    for (const Resolved::Pack& pack : resolved_.packs) names.push_back(pack.name);
    if (const auto near = nearest(extends.package.text, names)) {
      unknown.hint(Text("forse volevi dire '" + *near + "'?", "did you mean '" + *near + "'?"))
          .mend({extends.package.span, *near});
    } else {
      unknown.hint(Text("dai al comando anche i file di quel pacchetto",
                        "give the command the files of that package too"));
    }
  }

  Resolved& resolved_;
  DiagnosticBag& bag_;
  std::vector<std::pair<const ast::File*, const ast::File::Extends*>> extensions_;
  PackIds packs_;
  std::map<std::string, Span, std::less<>> versions_;
};

}  // namespace

PackIds declare_packs(const std::vector<const ast::File*>& files, Resolved& resolved,
                      DiagnosticBag& bag) {
  return PackDeclarer(resolved, bag).run(files);
}

bool stands_on(const Resolved& resolved, PackId upper, PackId lower) {
  std::optional<PackId> at = resolved.packs[upper].extends;
  for (std::size_t steps = 0; at && steps <= resolved.packs.size(); ++steps) {
    if (*at == lower) return true;
    at = resolved.packs[*at].extends;
  }
  return false;
}

}  // namespace leps::inline resolving
