import { addTeam, addUser } from './accounts.ts';
import {
  type EnvironmentSettings,
  openEnvironment,
  setEnvironment,
} from './actions/environments.ts';
import { mintInstallationToken, type RegisteredApp, registerApp } from './apps.ts';
import {
  createRepository,
  needRepository,
  noValues,
  type RepositoryOptions,
} from './repositories.ts';
import type { Permissions, Protection, Role, State, Values } from './state.ts';

/** What a site administrator does by hand. */
export function administration(state: State, folder: string) {
  const valuesOf = (owner: string, environment?: string): Values => {
    if (environment !== undefined) {
      return openEnvironment(state, needRepository(state, owner), environment).values;
    }
    if (owner.includes('/')) return needRepository(state, owner).values;
    const known = state.ownerValues.get(owner.toLowerCase()) ?? noValues();
    state.ownerValues.set(owner.toLowerCase(), known);
    return known;
  };
  // Names are stored in upper case, as GitHub does.
  const set = (values: Values['secrets'], name: string, value: string): void => {
    const key = name.toUpperCase();
    const createdAt = values.get(key)?.createdAt ?? state.now();
    values.set(key, { value, createdAt, updatedAt: state.now() });
  };
  return {
    createRepository: (fullName: string, options?: RepositoryOptions) =>
      createRepository(state, folder, fullName, options),
    addUser: (login: string, role?: Role) => addUser(state, login, role),
    addTeam: (organization: string, slug: string, members: readonly string[]) =>
      void addTeam(state, organization, slug, members),
    registerApp: (slug: string, owner: string, permissions: Permissions) =>
      registerApp(state, slug, owner, permissions),
    installationToken({ id }: RegisteredApp): string {
      const app = state.apps.get(id);
      if (!app) throw new Error(`no App ${id}; registerApp first`);
      return mintInstallationToken(state, app, { permissions: app.permissions }).token;
    },
    setEnvironment: (fullName: string, name: string, settings: EnvironmentSettings = {}) =>
      void setEnvironment(state, needRepository(state, fullName), name, settings),
    setSecret: (owner: string, name: string, value: string, environment?: string) =>
      set(valuesOf(owner, environment).secrets, name, value),
    setVariable: (owner: string, name: string, value: string, environment?: string) =>
      set(valuesOf(owner, environment).variables, name, value),
    setBranchProtection(fullName: string, branch: string, protection: Protection | undefined) {
      const { protections } = needRepository(state, fullName);
      if (protection) protections.set(branch, protection);
      else protections.delete(branch);
    },
  };
}
