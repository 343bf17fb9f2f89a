// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/heritageverb.h"

#include <QCoreApplication>
#include <algorithm>

namespace loci::cli {

namespace {
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(loci::cli::HeritageVerb)
};

tl::unexpected<Error> usage(const QString &sentence)
{
    return fail(ErrorCode::Usage, sentence);
}

QStringList namesOf(const std::vector<HeritageCommand> &commands)
{
    QStringList names;
    for (const HeritageCommand &command : commands) {
        names << command.name;
    }
    return names;
}

Result<Answer> run(const std::vector<HeritageCommand> &commands, const Call &call)
{
    const QString name = call.arguments.value(0);
    const auto command = std::find_if(commands.begin(), commands.end(),
                                      [&name](const HeritageCommand &one) { return one.name == name; });
    if (command == commands.end()) {
        return usage(Texts::tr("There is no “heritage %1”; there are %2.")
                         .arg(name, namesOf(commands).join(QStringLiteral(", "))));
    }
    Call inner = call;
    inner.arguments.removeFirst();
    const int count = int(inner.arguments.size());
    if (count < command->minArguments || (command->maxArguments >= 0 && count > command->maxArguments)) {
        return usage(Texts::tr("It is used so: loci heritage %1").arg(command->usage));
    }
    const QStringList options = call.options.keys();
    for (const QString &option : options) {
        if (option != QLatin1String("lang") && !command->valueOptions.contains(option) &&
            !command->flags.contains(option)) {
            return usage(Texts::tr("The option --%1 does not go with “heritage %2”.").arg(option, name));
        }
    }
    return command->run(inner);
}
} // namespace

VerbSpec heritageVerb(const std::vector<HeritageCommand> &more)
{
    std::vector<HeritageCommand> commands = heritageCommands();
    commands.insert(commands.end(), more.begin(), more.end());
    VerbSpec spec;
    spec.name = QStringLiteral("heritage");
    spec.summary =
        Texts::tr("Lists, shows, verifies, imports, exports and prints the heritage catalogue of a workspace");
    spec.minArguments = 1;
    spec.maxArguments = -1;
    QStringList usages;
    for (const HeritageCommand &command : commands) {
        usages << command.usage;
        spec.valueOptions << command.valueOptions;
        spec.flags << command.flags;
    }
    spec.valueOptions.removeDuplicates();
    spec.flags.removeDuplicates();
    spec.usage = QStringLiteral("heritage ") + usages.join(QStringLiteral(" | "));
    spec.run = [commands = std::move(commands)](const Call &call) { return run(commands, call); };
    return spec;
}

} // namespace loci::cli
